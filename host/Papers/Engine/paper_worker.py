"""Makes PDFs of HTML for the host: one request after the other from standard input, one answer each to standard output.

A message is the length of its JSON head, the head, then the bytes that the head gives the lengths of.
"""
import ctypes
import io
import json
import logging
import os
import resource
import struct
import sys

BASE = 'http://paper.invalid/'
KINDS = {'png': 'image/png', 'jpg': 'image/jpeg', 'jpeg': 'image/jpeg', 'svg': 'image/svg+xml'}
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
LARGEST_FILE = 1 << 20


def confine(megabytes):
    """What is hostile in a paper has little memory, writes no large file and, where the kernel lets us, sees no network."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    libc = ctypes.CDLL(None)
    if libc.unshare(NEW_NETWORK) != 0:
        libc.unshare(NEW_USER | NEW_NETWORK)


def read(count):
    data = sys.stdin.buffer.read(count)
    if len(data) < count:
        sys.exit(0)
    return data


def receive():
    head = json.loads(read(struct.unpack('>I', read(4))[0]))
    html = read(head['html'])
    pictures = {picture['name']: read(picture['length']) for picture in head['pictures']}
    return head, html, pictures


def answer(out, state, body=b''):
    head = json.dumps({'state': state, 'length': len(body)}).encode()
    out.write(struct.pack('>I', len(head)) + head + body)
    out.flush()


def serve_only(pictures):
    """What a paper asks for is among its pictures, or is not there."""
    def fetch(url, *_, **__):
        name = url[len(BASE):] if url.startswith(BASE) else None
        if name not in pictures:
            raise ValueError('not part of the paper')
        return {'string': pictures[name], 'mime_type': KINDS[name.rsplit('.', 1)[-1]], 'redirected_url': url}
    return fetch


class Refused(Exception):
    """A paper that is not made, with the state that the host is told."""


def look_at(images, name, data, most_pixels):
    """A picture that would be left out of the paper in silence ends it."""
    if name.endswith('.svg'):
        return
    try:
        width, height = images.open(io.BytesIO(data)).size
    except images.DecompressionBombError as failure:
        raise Refused('large', name) from failure
    except Exception as failure:
        raise Refused('picture', name) from failure
    if width * height > most_pixels:
        raise Refused('large', f'{name} has {width} x {height} pixels')


def make(weasyprint, head, html, pictures):
    document = weasyprint.HTML(string=html.decode(), base_url=BASE, url_fetcher=serve_only(pictures)).render()
    if len(document.pages) > head['pages']:
        raise Refused('large', f'{len(document.pages)} pages')
    return write(weasyprint, document, head['variant'], head['identifier'].encode())


def write(weasyprint, document, variant, identifier):
    """Debian 12 has 57; from 59 on the same options have longer names."""
    if int(weasyprint.__version__.split('.')[0]) < 59:
        return document.write_pdf(variant=variant, identifier=identifier)
    return document.write_pdf(pdf_variant=variant, pdf_identifier=identifier)


def answer_one(weasyprint, images, out, most_pixels, most_bytes):
    head, html, pictures = receive()
    try:
        for name, data in pictures.items():
            look_at(images, name, data, most_pixels)
        body = make(weasyprint, head, html, pictures)
        if len(body) > most_bytes:
            raise Refused('large', f'{len(body)} bytes')
        answer(out, 'made', body)
    except Refused as refused:
        answer(out, refused.args[0], refused.args[1].encode())
    except (MemoryError, RecursionError) as failure:
        answer(out, 'large', type(failure).__name__.encode())
    except Exception as failure:
        answer(out, 'refused', f'{type(failure).__name__}: {failure}'[:500].encode())


def main(megabytes, most_pixels, most_bytes):
    out = os.fdopen(os.dup(1), 'wb')
    os.dup2(2, 1)
    confine(megabytes)
    try:
        import weasyprint
        from PIL import Image
    except Exception as failure:
        answer(out, 'missing', str(failure)[:500].encode())
        return
    logging.getLogger('weasyprint').handlers = [logging.NullHandler()]
    logging.getLogger('weasyprint').propagate = False
    # The library itself refuses twice as many.
    Image.MAX_IMAGE_PIXELS = most_pixels // 2
    answer(out, 'ready', weasyprint.__version__.encode())
    while True:
        answer_one(weasyprint, Image, out, most_pixels, most_bytes)


main(*map(int, sys.argv[1:]))
