"""Certificates of the tests: each its own authority, for the loopback."""

import subprocess
from pathlib import Path


def self_signed(file: Path) -> Path:
    """A certificate for 127.0.0.1 in this file, its key beside it with `.key` at the end."""
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={file.stem}"]
    where = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", f"{file}.key", "-out", str(file)]
    subprocess.run([*make, *where], check=True, capture_output=True)
    return file
