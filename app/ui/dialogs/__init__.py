"""Small windows: recovery code, passphrase, shortcuts, about, details. None stands between a person and an answer."""
