/** Lines that hold numbers and are no rows of them. */
import type { UnreadReason } from './reading.ts';

/** What the ROM and the loader of an ESP chip say, and its last words. */
const BOOT =
  /^(?:rst:0x|ets [A-Z][a-z]{2} |load:0x|entry 0x|ho \d+ tail \d+|tail \d+$|chksum ?[=0]|csum |~ld|configsip: ?\d|clk_drv:0x|mode:[DQ][IO]{2}|SPIWP:0x|ESP-ROM:|Build:[A-Z]|boot mode:|Saved PC:|Backtrace: ?0x|Guru Meditation|Core +\d register dump|(?:PC|EXCVADDR|EXCCAUSE|LBEG|SAR|A\d+) +: ?0x|ELF file SHA256|Rebooting\.\.\.|\d{2,5} ets_)/;
/** A talker, a sentence, fields, and mostly a sum. */
const NMEA =
  /^[$!](?:(?:G[ABILNPQ]|BD|P[A-Z]|AI|II|HC|HE|TI|WI|YX)[A-Z0-9]{3,5},.*|[A-Z]{2}[A-Z]{3},.*\*[\dA-F]{2}$)/;

/** Sentences of any talker, and of receivers' makers, without a sum or without the first letter, too. */
const SENTENCE =
  /^(?:[$!]?(?:G[ABILNPQ]|BD)|[$!][A-Z]{2})(?:GGA|GLL|GSA|GSV|RMC|VTG|ZDA|GST|GBS|GNS|GRS|TXT|DTM|HD[TGM]|VHW|VLW|VBW|DB[TSK]|DPT|MTW|MW[VD]|MDA|XDR|ROT|RPM|RSA|VW[RT]|VDR|AP[AB]|BOD|BW[CR]|RMB|XTE|WPL|RTE|VD[MO]|TTM|THS),/;
const MAKERS = /^\$?P(?:UBX|MTK\d{3}|AIR\d{3}|CAS\d\d|QTM[A-Z]+|SRF\d{3}|GRM[A-Z]|STM[A-Z]+|ASHR),/;

/** Frames of a CAN bus, as candump prints them: an identifier and bytes in hex. */
const CAN = /^(?:\(\d+\.\d+\)\s+)?v?can\d\s+[\dA-F]{3,8}(?:#|\s+\[\d+\])/i;

/** What kind of other line it is; null when it may be a row. */
export function otherLine(text: string): UnreadReason | null {
  if (BOOT.test(text)) return 'boot';
  if (CAN.test(text)) return 'hex';
  return NMEA.test(text) || SENTENCE.test(text) || MAKERS.test(text) ? 'nmea' : null;
}
