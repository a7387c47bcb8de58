# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server on loopback for tests: mail_server.py MODE [CERTIFICATE KEY]. Needs python3-aiosmtpd.

Prints its port, then a JSON line for each message it took. Ends when its standard input does. Modes:
  plain         takes everything, offers nothing
  login         the same after AUTH as "tollkeeper" with the password "right-password"
  starttls      offers STARTTLS and insists on it
  tls           speaks TLS from the first byte
  greylist      answers RCPT with 450
  unknown       answers RCPT with 550 and says the recipient back
  full          answers the message with 552
  silent        accepts connections and says nothing
  hangs         greets, and says nothing more
  stuck         takes the message and never answers
  drops         closes the connection in the middle of the message
  echo          answers the message with 554 and the password
"""

import asyncio
import email
import email.policy
import json
import logging
import os
import ssl
import sys
import threading
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

# That AUTH without TLS is unsafe, and that a client goes away, is meant here.
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

MODE = sys.argv[1]


class Handler:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if MODE == "greylist":
            return "450 4.2.0 come back later"
        if MODE == "unknown":
            return f"550 5.1.1 no such mailbox <{address}>"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if MODE == "full":
            return "552 5.2.2 mailbox is full"
        if MODE == "echo":
            return "554 5.7.1 denied for right-password"
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        part = message.get_body() or message
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "hello": session.host_name,
            "tls": server.transport.get_extra_info("sslcontext") is not None, "login": session.authenticated,
            "headers": dict(message.items()), "names": [name for name, _ in message.items()],
            "text": part.get_content(), "type": part.get_content_type(), "charset": part.get_content_charset(),
            "longest_line": max(len(line) for line in envelope.original_content.split(b"\r\n")),
        }), flush=True)
        return "250 2.0.0 kept as number 7"


class Dropping(SMTP):
    async def smtp_DATA(self, arg):
        self.transport.close()


def authenticate(server, session, envelope, mechanism, data):
    ok = isinstance(data, LoginPassword) and data.login == b"tollkeeper" and data.password == b"right-password"
    return AuthResult(success=ok, handled=False)  # the server answers


def tls_context():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    return context


class Mute(asyncio.Protocol):
    def connection_made(self, transport):
        print('{"connected": true}', flush=True)
        if MODE == "hangs":
            transport.write(b"220 here\r\n")


class Stuck(SMTP):
    def connection_made(self, transport):
        super().connection_made(transport)
        print('{"connected": true}', flush=True)

    async def smtp_DATA(self, arg):
        await self.push("354 go on")
        print('{"data": true}', flush=True)
        await asyncio.Event().wait()


def conversation():
    if MODE in ("silent", "hangs"):
        return Mute()
    options = {}
    if MODE == "starttls":
        options = {"tls_context": tls_context(), "require_starttls": True}
    if MODE in ("login", "echo"):
        options = {"authenticator": authenticate, "auth_required": MODE == "login", "auth_require_tls": False}
    kind = {"drops": Dropping, "stuck": Stuck}.get(MODE, SMTP)
    return kind(Handler(), hostname="localhost", **options)


def end_with_stdin():
    sys.stdin.read()
    os._exit(0)


async def main():
    threading.Thread(target=end_with_stdin, daemon=True).start()
    server = await asyncio.get_running_loop().create_server(
        conversation, "127.0.0.1", 0, ssl=tls_context() if MODE == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
