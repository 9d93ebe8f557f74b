/**
 * The Python that the installer runs on a board: short, since the smallest board compiles it in
 * 9 KB of heap, and plain, since that board speaks the Python of MicroPython 1.9.
 */

/** Prints what the board is: lines of a word, a blank and a value. */
export const ASK_MACHINE = `import os,sys,gc
u=os.uname() if hasattr(os,'uname') else None
print('system',u[0] if u else sys.platform)
print('machine',u[4] if u else sys.platform)
print('release',u[2] if u else '.'.join([str(i) for i in sys.implementation[1][:3]]))
`;

/** Prints what its file system can do, and how much is free. */
export const ASK_ROOM = `gc.collect()
if hasattr(gc,'mem_free'):print('heap',gc.mem_free())
if hasattr(os,'mkdir'):print('folders','yes')
try:
 s=os.statvfs(os.getcwd())
 print('free',s[0]*s[3]);print('block',s[0])
except (AttributeError,OSError):pass
`;

/** Prints the first line of main.py and the names of all files. */
export const ASK_FILES = `try:
 f=open('main.py');print('main',f.read(80).split('\\n')[0]);f.close()
except OSError:pass
except Exception:print('main','?')
for n in os.listdir():print('file',n)
`;

/** Defines h(path), which prints the file's SHA-256; raises ImportError where there is none. */
export const DEFINE_SHA256 = `import hashlib
def h(p):
 s=hashlib.sha256();b=bytearray(256);f=open(p,'rb')
 while 1:
  n=f.readinto(b)
  if not n:break
  s.update(memoryview(b)[:n])
 f.close();print(''.join(['%02x'%c for c in s.digest()]))
`;

/** Defines h(path), which prints length and Adler-32 (RFC 1950) as its two sums. */
export const DEFINE_ADLER32 = `def h(p):
 a=1;b=0;n=0;f=open(p,'rb')
 while 1:
  s=f.read(64)
  if not s:break
  n+=len(s)
  for c in s:
   a=(a+c)%65521;b=(b+a)%65521
 f.close();print(n,a,b)
`;

/** Defines d(path), which removes a folder and all that is in it, if it is there. */
export const DEFINE_REMOVE_FOLDER = `def d(p):
 try:l=os.listdir(p)
 except OSError:return
 for n in l:
  n=p+'/'+n
  try:os.remove(n)
  except OSError:d(n)
 os.rmdir(p)
`;

export function removeFolder(path: string): string {
  return `d(${text(path)})\n`;
}

/** Removes every file in the root whose name begins so. */
export function removeByPrefix(prefix: string): string {
  return `for n in os.listdir():
 if n.startswith(${text(prefix)}):os.remove(n)
`;
}

/** Removes a file, if it is there; also all of its namesakes (see `SWITCH_MICROBIT`). */
export function removeFile(path: string): string {
  return `try:
 while 1:os.remove(${text(path)})
except OSError:pass
`;
}

/** Removes a file if it begins with `start`. */
export function removeIfBeginsWith(path: string, start: string): string {
  return `try:
 f=open(${text(path)});s=f.read(${start.length});f.close()
 if s==${text(start)}:os.remove(${text(path)})
except OSError:pass
`;
}

export function makeFolder(path: string): string {
  return `os.mkdir(${text(path)})\n`;
}

export function openForWriting(path: string): string {
  return `f=open(${text(path)},'wb')\nw=f.write\n`;
}

export function writeChunk(bytes: Uint8Array): string {
  return `w(${bytesLiteral(bytes)})\n`;
}

/** Closes the file that is being written, if one is. */
export const CLOSE = `try:f.close()
except NameError:pass
`;

export const SYNC = "if hasattr(os,'sync'):os.sync()\n";

export function printHash(path: string): string {
  return `h(${text(path)})\n`;
}

export function copyFile(from: string, to: string): string {
  return `r=open(${text(from)},'rb');f=open(${text(to)},'wb')
while 1:
 s=r.read(64)
 if not s:break
 f.write(s)
f.close();r.close()
`;
}

/** Renames, onto a file that is there if need be: in one step where the file system has it. */
export function renameOnto(from: string, to: string): string {
  return `try:os.rename(${text(from)},${text(to)})
except OSError:
 os.remove(${text(to)});os.rename(${text(from)},${text(to)})
`;
}

/** The shortest way to a new main.py where there is neither renaming nor `SWITCH_MICROBIT`. */
export function writeAtOnce(path: string, bytes: Uint8Array): string {
  return `f=open(${text(path)},'wb');f.write(${bytesLiteral(bytes)});f.close()\n`;
}

/**
 * Makes `main.p{` into `main.py` on a BBC micro:bit v1, where nothing can be renamed.
 *
 * Its files are chains of 128-byte chunks of flash; the first begins with 0xFE, one byte of length,
 * the length of the name (7), the name. A flash bit can be cleared on its own, and `{` with bit 1
 * cleared is `y`: from that one write on there are two whole files called `main.py`, and the board
 * runs one of them. Then the old one's `y` loses bit 0 and is an `x`, and `main.px` is removed.
 * `e(name)` finds the first chunks by their names; `c(address, bit)` clears a bit by way of the
 * flash controller (nRF51 reference manual, NVMC). Without exactly one `main.p{` nothing is done.
 */
export const SWITCH_MICROBIT = [
  `import machine
m=machine.mem32
def e(n):
 r=[]
 for a in range(131072,262144,128):
  if m[a]&0xff00ff==0x700fe and ''.join([chr(machine.mem8[a+3+i]) for i in range(7)])==n:r.append(a)
 return r
`,
  `def c(a,b):
 m[0x4001e504]=1
 m[a]=m[a]&~b
 m[0x4001e504]=0
o=e('main.py')
n=e('main.p{')
`,
  `if len(n)==1:
 c(n[0]+8,512)
 for a in o:
  c(a+8,256);os.remove('main.px')
 print('switched')
`,
] as const;

/** What a cut between the last two steps of `SWITCH_MICROBIT` leaves behind. */
export const SWITCHED_OFF_MAIN = 'main.px';

function text(value: string): string {
  return JSON.stringify(value);
}

/** A Python literal in plain ASCII. */
function bytesLiteral(bytes: Uint8Array): string {
  let literal = '';
  for (const byte of bytes) literal += LITERAL[byte] ?? '';
  return `b'${literal}'`;
}

const LITERAL: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte === 10) return '\\n';
  const letter = String.fromCharCode(byte);
  if (letter === "'" || letter === '\\') return `\\${letter}`;
  return byte >= 32 && byte < 127 ? letter : `\\x${byte.toString(16).padStart(2, '0')}`;
});
