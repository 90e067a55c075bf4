"""Dovecot and Postfix, private ones on loopback in a directory of their own; Dovecot runs without privileges, Postfix as root.

`python -m tests.mail.system_servers` starts a Dovecot, prints its ports as a line of JSON, and stops it when standard input ends.
"""

import grp
import json
import os
import pwd
import shutil
import smtplib
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Self

import pytest

HOST = "127.0.0.1"
DOVECOT = Path("/usr/sbin/dovecot")
POSTFIX = Path("/usr/sbin/postfix")
INSTALL = "not installed: sudo make servers"
DOVECOT_CONF = """
base_dir = {dir}/run
state_dir = {dir}/run
log_path = {dir}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
{security}
disable_plaintext_auth = no
{more}
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
mail_location = maildir:{dir}/mail/%n:LAYOUT=fs
recipient_delimiter = +
passdb {{
  driver = static
  args = password=test
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={dir}/home/%n allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
"""
POSTFIX_MAIN = """
compatibility_level = 3.6
queue_directory = {dir}/queue
data_directory = {dir}/data
mail_owner = postfix
setgid_group = postdrop
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.pole.example
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
virtual_mailbox_domains = static:all
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
default_transport = error:nothing leaves this host
relay_transport = error:nothing leaves this host
recipient_delimiter = +
transport_maps = inline:{{ {{ gone.example = error:5.1.1 no such user here }}, {{ full.example = error:5.2.2 mailbox full }} }}
smtpd_reject_unlisted_recipient = no
smtpd_recipient_restrictions = permit_mynetworks, reject
mynetworks = 127.0.0.0/8
smtpd_peername_lookup = no
disable_dns_lookups = yes
maillog_file = {dir}/mail.log
maillog_file_prefixes = {dir}
"""
POSTFIX_MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


def wait_for(port: int, seconds: float = 10) -> None:
    """Return when somebody listens on the port."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as one:
            if one.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nobody listens on {port}")


class DovecotStack:
    """IMAP, and LMTP for deliveries; any user, password `test`.

    `certificate` (its key beside it, `.key`) opens STARTTLS on `imap_port` and TLS on `imaps_port`; `more` are settings.
    """

    def __init__(self, certificate: Path | None = None, more: str = "") -> None:
        if not DOVECOT.exists():
            pytest.skip(f"Dovecot is {INSTALL}")
        self.imap_port, self.lmtp_port = free_port(), free_port()
        self.imaps_port = free_port() if certificate else 0
        self.certificate, self.more = certificate, more
        self.dir = Path(tempfile.mkdtemp(prefix="gdv"))  # short: it holds unix sockets

    def __enter__(self) -> Self:
        root = os.getuid() == 0
        uid, gid = (65534, 65534) if root else (os.getuid(), os.getgid())
        names = {"user": pwd.getpwuid(uid).pw_name, "group": grp.getgrgid(gid).gr_name, "uid": uid, "gid": gid}
        ports = {"imap": self.imap_port, "imaps": self.imaps_port, "lmtp": self.lmtp_port}
        conf = DOVECOT_CONF.format(dir=self.dir, security=self._security(), more=self.more, **ports, **names)
        (self.dir / "dovecot.conf").write_text(conf)
        for folder in ("run", "mail", "home"):
            (self.dir / folder).mkdir()
        if root:
            for path in (self.dir, *self.dir.iterdir()):
                os.chown(path, uid, gid)
        self._drop = ["setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups"] if root else []
        self.start()
        return self

    def _security(self) -> str:
        if self.certificate is None:
            return "ssl = no"
        for end in ("", ".key"):
            shutil.copyfile(f"{self.certificate}{end}", self.dir / f"tls{end}")
        return f"ssl = yes\nssl_cert = <{self.dir}/tls\nssl_key = <{self.dir}/tls.key"

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.dir, ignore_errors=True)

    def start(self) -> None:
        """Start it, on the same ports as before."""
        command = [*self._drop, str(DOVECOT), "-c", str(self.dir / "dovecot.conf")]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        wait_for(self.imap_port)
        wait_for(self.lmtp_port)

    def stop(self) -> None:
        """Stop it: every connection is closed; it is gone when this returns."""
        pid = self.dir / "run/master.pid"
        subprocess.run(["kill", pid.read_text().strip()], check=False)
        until = time.monotonic() + 10
        while pid.exists() and time.monotonic() < until:
            time.sleep(0.02)

    def add_user(self, user: str) -> None:
        """Nothing to do: every user exists."""

    def deliver(self, raw: bytes, to: str = "stages@pole.example") -> None:
        """Give a letter to LMTP."""
        with smtplib.LMTP(HOST, self.lmtp_port) as lmtp:
            lmtp.sendmail("relay@pole.example", [to], raw)


class PostfixStack:
    """SMTP for every address, delivered by LMTP into a Dovecot or to whoever listens on that port."""

    def __init__(self, lmtp: DovecotStack | int) -> None:
        if not POSTFIX.exists() or os.getuid() != 0:
            pytest.skip(f"Postfix is {INSTALL}" if not POSTFIX.exists() else "Postfix starts as root only")
        self.smtp_port = free_port()
        self.lmtp_port = lmtp if isinstance(lmtp, int) else lmtp.lmtp_port
        self.dir = Path(tempfile.mkdtemp(prefix="gpf"))

    def __enter__(self) -> Self:
        self.dir.chmod(0o755)
        for folder in ("etc", "queue", "data"):
            (self.dir / folder).mkdir()
        shutil.chown(self.dir / "data", "postfix")
        (self.dir / "etc/main.cf").write_text(POSTFIX_MAIN.format(dir=self.dir, lmtp=self.lmtp_port))
        (self.dir / "etc/master.cf").write_text(POSTFIX_MASTER.format(smtp=self.smtp_port))
        subprocess.run([str(POSTFIX), "-c", str(self.dir / "etc"), "start"], check=True, capture_output=True)
        wait_for(self.smtp_port)
        return self

    def flush(self) -> None:
        """Try again at once what was put off."""
        subprocess.run([str(POSTFIX), "-c", str(self.dir / "etc"), "flush"], check=True, capture_output=True)

    def __exit__(self, *_: object) -> None:
        subprocess.run([str(POSTFIX), "-c", str(self.dir / "etc"), "stop"], check=False, capture_output=True)
        time.sleep(1)
        shutil.rmtree(self.dir, ignore_errors=True)


def main() -> None:
    """A Dovecot for a bench; without one installed it says so."""
    if not DOVECOT.exists():
        print(json.dumps({"missing": f"Dovecot is {INSTALL}"}), flush=True)
        return
    with DovecotStack() as dovecot:
        print(json.dumps({"imap": dovecot.imap_port, "lmtp": dovecot.lmtp_port, "password": "test"}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
