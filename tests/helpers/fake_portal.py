"""Run as a program: a desktop's portal with global shortcuts, on the session bus, driven by lines.

"press" hits the keys of every shortcut that is bound, "close" ends the sessions. It prints what it was asked for. The
first argument is how it behaves: "grants", "denies" (the person says no), "old" (no such interface).
"""

from __future__ import annotations

import json
import selectors
import sys
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PORTAL = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
REQUEST, SESSION = "org.freedesktop.portal.Request", "org.freedesktop.portal.Session"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


class Portal:
    """Answers as the documentation of the interface says."""

    def __init__(self, manner: str) -> None:
        self.manner = manner
        self.bus: DBusConnection = open_dbus_connection("SESSION")
        self.bus.send_and_get_reply(message_bus.RequestName(PORTAL))
        self.bound: dict[str, list[str]] = {}  # path of a session -> its shortcuts

    def answer(self, call: Message) -> None:
        fields = call.header.fields
        method, sender = fields[HeaderFields.member], fields[HeaderFields.sender]
        match method:
            case "Get" if self.manner != "old":
                self.bus.send(new_method_return(call, "v", (("u", 1),)))
            case "CreateSession":
                options = call.body[0]
                session = f"{PATH}/session/{_path(sender)}/{options['session_handle_token'][1]}"
                self.respond(call, options, 0, {"session_handle": ("s", session)})
            case "BindShortcuts":
                self.bind(call)
            case _:
                self.bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod", "s", (method,)))

    def bind(self, call: Message) -> None:
        session, shortcuts, _, options = call.body
        tell({"bound": {name: {key: value[1] for key, value in more.items()} for name, more in shortcuts}})
        if self.manner == "denies":
            self.respond(call, options, 1, {})
            return
        self.bound[session] = [name for name, _ in shortcuts]
        given = [(name, {"trigger_description": ("s", "Press Ctrl+Alt+Space")}) for name in self.bound[session]]
        self.respond(call, options, 0, {"shortcuts": ("a(sa{sv})", given)})

    def respond(self, call: Message, options: dict[str, Any], code: int, results: dict[str, Any]) -> None:
        sender = call.header.fields[HeaderFields.sender]
        path = f"{PATH}/request/{_path(sender)}/{options['handle_token'][1]}"
        self.bus.send(new_method_return(call, "o", (path,)))
        self.bus.send(new_signal(DBusAddress(path, interface=REQUEST), "Response", "ua{sv}", (code, results)))

    def obey(self, word: str) -> None:
        for session, names in self.bound.items():
            if word == "close":
                self.bus.send(new_signal(DBusAddress(session, interface=SESSION), "Closed", "a{sv}", ({},)))
                continue
            for name in names:
                body = (session, name, 5, {"activation_token": ("s", "a-token")})
                signal = new_signal(DBusAddress(PATH, interface=SHORTCUTS), "Activated", "osta{sv}", body)
                self.bus.send(signal)

    def serve(self) -> None:
        tell({"ready": True})
        waits = selectors.DefaultSelector()
        waits.register(self.bus.sock, selectors.EVENT_READ)
        waits.register(sys.stdin, selectors.EVENT_READ)
        while True:
            for key, _ in waits.select():
                if key.fd == sys.stdin.fileno():
                    line = sys.stdin.readline()
                    if not line:
                        return
                    self.obey(line.strip())
                else:
                    self.read()

    def read(self) -> None:
        while True:
            try:
                message = self.bus.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                self.answer(message)


def _path(sender: str) -> str:
    return sender.removeprefix(":").replace(".", "_")


def tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    Portal(sys.argv[1]).serve()
