"""A web server for the tests, with every fault that servers have. Needs Python 3 and the openssl program.

Prints one line of JSON with its ports and its certificate files, and ends when its standard input does.
"""
import gzip
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

FEED = b"<rss version='2.0'><channel><title>feed</title></channel></rss>"
DATE = "Fri, 18 Oct 2024 12:00:00 GMT"
lock = threading.Lock()
now_running = most_running = 0


def answer(connection, status="200 OK", body=b"", length=True, **headers):
    lines = ["HTTP/1.1 " + status]
    lines += [name.replace("_", "-") + ": " + value for name, value in headers.items()]
    if length:
        lines.append("Content-Length: %d" % len(body))
    connection.sendall("\r\n".join(lines + ["Connection: close", "", ""]).encode() + body)


def raw(connection, text):
    connection.sendall(text.encode("latin-1"))


def feed(connection, query, headers):
    if headers.get("if-none-match") == '"v1"':
        return answer(connection, "304 Not Modified", ETag='"v1"')
    answer(connection, body=FEED, ETag='"v1"', Last_Modified=DATE,
           Content_Type='Application/RSS+XML; charset="ISO-8859-1"', Cache_Control="public, max-age=600", Age="100")


def echo(connection, query, headers):
    answer(connection, body=json.dumps(headers).encode())


def redirect(connection, query, headers):
    left = int(query["left"])
    status = query.get("status", "302") + " Elsewhere"
    answer(connection, status, Location="/redirect?left=%d" % (left - 1) if left else "/feed")


def permanent(connection, query, headers):
    steps = [("301 Moved", "/permanent?step=1"), ("308 Moved", "/permanent?step=2"), ("302 Found", "/permanent?step=3"),
             ("301 Moved", "/feed")]
    status, target = steps[int(query.get("step", 0))]
    answer(connection, status, Location=target)


def loop(connection, query, headers):
    answer(connection, "302 Found", Location="/loop?at=%d" % ((int(query.get("at", 0)) + 1) % 3))


def to(connection, query, headers):
    answer(connection, "302 Found", b"moved", Location=query["url"])


def status(connection, query, headers):
    extra = {name.replace("-", "_"): value for name, value in query.items() if name != "code"}
    answer(connection, query["code"] + " So", b"notice", **extra)


def encoded(connection, query, headers):
    kind = query["kind"]
    body = gzip.compress(FEED * 100)
    if kind == "cut":
        body = body[:len(body) // 2]
    elif kind == "damaged":
        body = body[:20] + b"\xff" * 20 + body[40:]
    elif kind == "bomb":
        body = gzip.compress(bytes(20_000_000))
    elif kind == "brotli":
        return answer(connection, body=bytes.fromhex("0b028068656c6c6f03"), Content_Encoding="br")
    elif kind == "unknown":
        return answer(connection, body=b"xyz", Content_Encoding="zstd")
    answer(connection, body=body, Content_Encoding="gzip")


def length(connection, query, headers):
    raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n12345678" % query["says"])


def chunks(connection, query, headers):
    body = {"good": "5\r\nhello\r\n6\r\n world\r\n0\r\nETag: \"late\"\r\n\r\n", "cut": "5\r\nhello\r\n6\r\n wo",
            "garbage": "5\r\nhello\r\nxyz!\r\n world"}[query["kind"]]
    raw(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)


def many_headers(connection, query, headers):
    raw(connection, "HTTP/1.1 200 OK\r\n")
    for number in range(int(query["count"])):
        raw(connection, "X-Filler-%d: %s\r\n" % (number, "x" * 1000))
    raw(connection, "Content-Length: 2\r\n\r\nok")


def large(connection, query, headers):
    size = int(query["size"])
    extra = {"Content_Length": str(size)} if "declared" in query else {}
    answer(connection, length=False, **extra)
    connection.sendall(b"x" * size)


def drip(connection, query, headers):
    raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        connection.sendall(b"x")
        time.sleep(0.02)


def stall(connection, query, headers):
    connection.recv(1)


def reset(connection, query, headers):
    raw(connection, "HTTP/1.1 %s\r\nContent-Length: 100\r\n\r\nhalf" % query.get("status", "200 OK"))
    time.sleep(0.05)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def silent(connection, query, headers):
    pass


def other_protocol(connection, query, headers):
    raw(connection, "SSH-2.0-OpenSSH_9.2\r\n")


def early(connection, query, headers):
    raw(connection, "HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\nLink: </x>\r\n\r\n")
    answer(connection, body=b"late", ETag='"late"')


def crowd(connection, query, headers):
    global now_running, most_running
    with lock:
        now_running += 1
        most_running = max(most_running, now_running)
    time.sleep(0.03)
    with lock:
        now_running -= 1
    answer(connection, body=str(most_running).encode())


def secret(connection, query, headers):
    allowed = headers.get("authorization") == "Basic dXNlcjpwYXNz"
    answer(connection, "200 OK" if allowed else "401 Unauthorized", b"in")


PAGES = {"/" + page.__name__.replace("_", "-"): page for page in (
    feed, echo, redirect, permanent, loop, to, status, encoded, length, chunks, many_headers, large, drip, stall, reset,
    silent, other_protocol, early, crowd, secret)}


def serve(connection):
    try:
        with connection:
            data = b""
            while b"\r\n\r\n" not in data:
                more = connection.recv(65536)
                if not more:
                    return
                data += more
                if not data[:1].isalpha():
                    return answer(connection, "400 Bad Request")
            first, *lines = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
            method, target = first.split(" ")[:2]
            if method == "CONNECT":
                return answer(connection, "502 No Tunnel")
            if target.startswith("http"):
                # Asked as a proxy: the whole address comes. Its path still says what to do.
                headers["x-proxied"] = target
            parts = urllib.parse.urlsplit(target)
            query = dict(urllib.parse.parse_qsl(parts.query, encoding="latin-1"))
            page = PAGES.get(parts.path)
            if page:
                page(connection, query, headers)
            else:
                answer(connection, "404 Not Found", b"nothing")
    except OSError:
        pass


def listen(context=None):
    server = socket.create_server(("127.0.0.1", 0), backlog=128)

    def accept(connection):
        try:
            serve(context.wrap_socket(connection, server_side=True) if context else connection)
        except OSError:
            connection.close()

    def run():
        while True:
            threading.Thread(target=accept, args=(server.accept()[0],), daemon=True).start()

    threading.Thread(target=run, daemon=True).start()
    return server.getsockname()[1]


def certificate(folder, name):
    key, path = os.path.join(folder, name + ".key"), os.path.join(folder, name + ".pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name, "-keyout", key, "-out", path],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path, key)
    return path, context


with tempfile.TemporaryDirectory() as folder:
    right, right_context = certificate(folder, "localhost")
    wrong, wrong_context = certificate(folder, "other.example")
    with socket.create_server(("127.0.0.1", 0)) as unused:
        closed = unused.getsockname()[1]
    print(json.dumps({
        "http": listen(), "https": listen(right_context), "wrongName": listen(wrong_context), "closed": closed,
        "certificate": right, "wrongCertificate": wrong}), flush=True)
    sys.stdin.buffer.read()
