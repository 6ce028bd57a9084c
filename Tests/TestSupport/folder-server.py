"""A web server on this machine that serves a folder, for the tests. Needs Python 3.

Prints its port, and ends when its standard input does. A file `NAME.status` says with which status NAME is answered. Every
answer has an ETag, and an address in a body may be written as http://SERVER/NAME. What was asked stands in
`requests.log`, a line `NAME STATUS` for each request.
"""
import hashlib
import http.server
import os
import sys
import threading

folder = sys.argv[1]
log = open(os.path.join(folder, "requests.log"), "a", buffering=1)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.lstrip("/")
        path = os.path.join(folder, name)
        status, body = 404, b"nothing"
        if os.path.exists(path):
            with open(path, "rb") as file:
                status, body = 200, file.read().replace(b"http://SERVER/", b"http://127.0.0.1:%d/" % port)
        tag = '"%s"' % hashlib.md5(body).hexdigest()
        if os.path.exists(path + ".status"):
            with open(path + ".status") as file:
                status = int(file.read())
        elif status == 200 and self.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        self.send_response(status)
        self.send_header("ETag", tag)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        log.write("%s %d\n" % (name, status))

    def log_message(self, *words):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
port = server.server_address[1]
threading.Thread(target=server.serve_forever, daemon=True).start()
print(port, flush=True)
sys.stdin.buffer.read()
