"""How Parley may use the network: not at all, with which token, over which addresses."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from app.catalog.net_api import Source
from app.session.models.hub_tokens import PROXY, TokenPlace
from app.session.workers.net_wording import source_name
from app.settings.schema import Settings
from app.ui.settings.rows import Section, SettingRow
from app.ui.theme import Theme
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.plain import plain
from app.ui.widgets.secret_field import SecretField
from app.ui.widgets.text_label import show_line

LONGEST_ADDRESS = 500


class Network(Protocol):
    """What can be set about the network; the tokens never come back out."""

    @property
    def settings(self) -> Settings:
        """As they are now."""
        ...

    def set_offline(self, *, offline: bool) -> None:
        """Turn the switch."""

    def set_token(self, source: Source, token: str) -> bool:
        """Keep a token, "" forgets it. False: this is none."""
        ...

    @property
    def secrets_changed(self) -> SignalInstance:
        """A token or the proxy's password is kept elsewhere now."""
        ...

    def place(self, name: str) -> TokenPlace:
        """Say where a hub's token, or the password of ``PROXY``, is kept."""
        ...

    def set_proxy(self, address: str) -> None:
        """Use a proxy; a password in the address is kept apart. Raises OSError."""

    def change(self, **values: Any) -> None:
        """Change settings and tell a running worker. Raises OSError."""


class NetworkSettings(QObject):
    """Fills two sections: the folder goes to the one about models. ``not_saved`` carries the system's reason."""

    not_saved = Signal(str)

    def __init__(self, theme: Theme, network: Network, section: Section, models: Section) -> None:
        super().__init__(section)
        self._parent = section
        self._network = network
        self._section = section
        self.offline = CheckBox(theme, self.tr("Offline: search and download nothing"))
        self.offline.setChecked(network.settings.offline_mode)
        self.offline.toggled.connect(lambda on: network.set_offline(offline=on))
        section.add(SettingRow(self.tr("Network"), self.offline))
        self.folder = self._add_folder(network.settings.models_folder, models)
        self._notes: dict[Source, QLabel] = {}
        self.tokens = {source: self._add_token(source) for source in Source}
        self.mirrors = {source: self._add_mirror(source) for source in Source}
        self.proxy, self.proxy_note = self._add_proxy()
        network.secrets_changed.connect(self._show_places)

    def _add_folder(self, kept: str, section: Section) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        note = self.tr("Another one is used from the next start on; what is in the old one stays there.")
        section.add(SettingRow(self.tr("Folder for models"), button, note))
        self._show_folder(button, kept)
        button.clicked.connect(lambda: self._choose_folder(button))
        return button

    def _choose_folder(self, button: QPushButton) -> None:
        start = self._network.settings.models_folder
        path = QFileDialog.getExistingDirectory(self._parent, self.tr("Folder for models"), start)
        if path:
            self._keep(models_folder=path)
            self._show_folder(button, path)

    def _show_folder(self, button: QPushButton, path: str) -> None:
        shown = path or self.tr("Parley's own")
        metrics = button.fontMetrics()
        button.setText(metrics.elidedText(shown, Qt.TextElideMode.ElideMiddle, 260).replace("&", "&&"))
        button.setToolTip(plain(path))
        button.setAccessibleName(f"{self.tr('Folder for models')}: {shown}")

    def _add_token(self, source: Source) -> SecretField:
        field = SecretField()
        name = self.tr("{hub} token").format(hub=source_name(source))
        field.line.setAccessibleName(name)
        field.line.setMaxLength(600)
        note = self._notes[source] = self._section.add(SettingRow(name, field)).note
        field.entered.connect(lambda: self._keep_token(source, field, note))
        field.line.editingFinished.connect(lambda: self._keep_token(source, field, note))
        self._show_place(source, field, note)
        return field

    def _add_mirror(self, source: Source) -> QLineEdit:
        words = self.tr("{hub} mirror").format(hub=source_name(source))
        kept = self._network.settings.hub_endpoints.get(source.value, "")
        line = self._add_address(words, kept, self.tr("The hub's own address"))
        line.editingFinished.connect(lambda: self._keep_mirror(source, line.text().strip()))
        return line

    def _add_proxy(self) -> tuple[QLineEdit, QLabel]:
        line = self._add_address(self.tr("Proxy"), self._network.settings.proxy, self.tr("Like the system"))
        note = self._section.rows[-1].note
        line.editingFinished.connect(self._keep_proxy)
        self._show_password(line, note)
        return line, note

    def _keep_proxy(self) -> None:
        address = self.proxy.text().strip()
        if address == self._network.settings.proxy:
            return
        try:
            self._network.set_proxy(address)
        except OSError as error:
            self.not_saved.emit(error.strerror or str(error))
            return
        self.proxy.setText(self._network.settings.proxy)  # a password is never shown again
        self._show_password(self.proxy, self.proxy_note)

    def _show_places(self) -> None:
        """The keyring has taken a secret, or has not."""
        for source, field in self.tokens.items():
            self._show_place(source, field, self._notes[source])
        self._show_password(self.proxy, self.proxy_note)

    def _show_password(self, line: QLineEdit, note: QLabel) -> None:
        words = {
            TokenPlace.NONE: "",
            TokenPlace.KEYRING: self.tr("Its password is kept in the system's keyring."),
            TokenPlace.SESSION: self.tr("Its password is kept until Parley is closed: no keyring took it."),
        }[self._network.place(PROXY)]
        show_line(note, words)
        line.setAccessibleDescription(words)

    def _add_address(self, name: str, kept: str, placeholder: str) -> QLineEdit:
        line = QLineEdit(kept)
        line.setMaxLength(LONGEST_ADDRESS)
        line.setPlaceholderText(placeholder)
        line.setAccessibleName(name)
        self._section.add(SettingRow(name, line))
        return line

    def _keep_token(self, source: Source, field: SecretField, note: QLabel) -> None:
        text = field.line.text().strip()
        if not text:
            return
        if not self._network.set_token(source, text):
            show_line(note, self.tr("This is no token: it has spaces or letters that none has."))
            return
        field.line.clear()
        self._show_place(source, field, note)

    def _show_place(self, source: Source, field: SecretField, note: QLabel) -> None:
        words = {
            TokenPlace.NONE: self.tr("Only needed for models whose owner asks for your agreement."),
            TokenPlace.KEYRING: self.tr("A token is kept in the system's keyring. Type another to replace it."),
            TokenPlace.SESSION: self.tr("A token is kept until Parley is closed. Type another to replace it."),
        }[self._network.place(source)]
        show_line(note, words)
        field.line.setAccessibleDescription(words)

    def _keep_mirror(self, source: Source, address: str) -> None:
        others = {name: kept for name, kept in self._network.settings.hub_endpoints.items() if name != source.value}
        self._keep(hub_endpoints=others | ({source.value: address} if address else {}))

    def _keep(self, **values: Any) -> None:
        if all(getattr(self._network.settings, name) == value for name, value in values.items()):
            return
        try:
            self._network.change(**values)
        except OSError as error:
            self.not_saved.emit(error.strerror or str(error))
