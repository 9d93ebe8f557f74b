"""A USB socket for boards that do not exist: a mock device tree that libudev believes in.

Prints the root of the tree, then obeys one command a line on stdin and answers each with a line:

    plug NAME DEVNODE VENDOR PRODUCT MODEL    a tty NAME (ttyACM0) at the path DEVNODE
    unplug NAME

Ends with its stdin. The child that is to see the tree needs UMOCKDEV_DIR and the preload library.
"""

import sys

import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import UMockdev  # noqa: E402

# The only device number whose driver /proc/tty/drivers calls "serial" everywhere. All boards have
# it: what is opened is DEVNAME.
TTY_MAJOR, TTY_MINOR = 4, 64


class Testbed:
    def __init__(self):
        self.bed = UMockdev.Testbed.new()
        self.plugged = {}

    def root(self):
        return self.bed.get_root_dir()

    def plug(self, name, devnode, vendor, product, model):
        ids = ["ID_BUS", "usb", "ID_VENDOR_ID", vendor, "ID_MODEL_ID", product]
        usb = self.bed.add_device(
            "usb",
            "usb-" + name,
            None,
            ["idVendor", vendor, "idProduct", product],
            ids,
        )
        # Sends the "add" event itself.
        tty = self.bed.add_device(
            "tty",
            name,
            usb,
            ["dev", "%d:%d" % (TTY_MAJOR, TTY_MINOR)],
            ids
            + ["DEVNAME", devnode, "MAJOR", str(TTY_MAJOR), "MINOR", str(TTY_MINOR)]
            + ["ID_MODEL_ENC", model, "ID_SERIAL_SHORT", "tidemark-" + name],
        )
        self.plugged[name] = (usb, tty)

    def unplug(self, name):
        usb, tty = self.plugged.pop(name)
        self.bed.uevent(tty, "remove")
        self.bed.remove_device(tty)
        self.bed.remove_device(usb)


def main():
    bed = Testbed()
    print(bed.root(), flush=True)
    for line in sys.stdin:
        command, *words = line.split()
        getattr(bed, {"plug": "plug", "unplug": "unplug"}[command])(*words)
        print("done", flush=True)


main()
