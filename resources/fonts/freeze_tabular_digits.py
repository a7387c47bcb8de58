#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make 'Tollkeeper Sans' from Debian's fonts-inter: same outlines, tabular digits by default.

Why: Qt 6.4 cannot switch on OpenType features (font.features is QML 6.6+, QFont::setFeature 6.7+),
and Inter's default digits are proportional ('1' is 1308 units of 2816, '0' is 1760). Without this the
money columns jitter. We point the cmap of 0-9 at the glyphs that the font's own 'tnum' lookup uses.
Inter is OFL-1.1 with no Reserved Font Name; the result is renamed and stays OFL-1.1.

usage: freeze_tabular_digits.py OUTDIR [SRCDIR]     needs: python3-fonttools, fonts-inter
"""
import sys, pathlib
from fontTools.ttLib import TTFont

FAMILY = "Tollkeeper Sans"
WEIGHTS = {"Regular": "Regular", "Medium": "Medium", "SemiBold": "SemiBold"}

def tnum_map(font):
    gsub = font["GSUB"].table
    out = {}
    for rec in gsub.FeatureList.FeatureRecord:
        if rec.FeatureTag != "tnum":
            continue
        for i in rec.Feature.LookupListIndex:
            for st in gsub.LookupList.Lookup[i].SubTable:
                st = getattr(st, "ExtSubTable", st)
                out.update(getattr(st, "mapping", {}))
    return out

def main(outdir, src="/usr/share/fonts/opentype/inter"):
    out = pathlib.Path(outdir); out.mkdir(parents=True, exist_ok=True)
    for style in WEIGHTS:
        f = TTFont(f"{src}/Inter-{style}.otf")
        sub = tnum_map(f)
        for table in f["cmap"].tables:
            if table.isUnicode():
                for d in "0123456789":
                    g = table.cmap.get(ord(d))
                    if g in sub:
                        table.cmap[ord(d)] = sub[g]
        # the beta's Medium is 2 units (of 2816) out on one digit: level it, keeping the glyph centred
        cm, hm = f.getBestCmap(), f["hmtx"].metrics
        digits = [cm[ord(d)] for d in "0123456789"]
        wide = max(hm[g][0] for g in digits)
        for g in digits:
            adv, lsb = hm[g]
            assert wide - adv <= 8, (style, g, adv, wide)
            hm[g] = (wide, lsb)
        ps = FAMILY.replace(" ", "")
        for n in list(f["name"].names):
            if n.nameID in (1, 16): n.string = FAMILY if n.nameID == 16 or style == "Regular" else f"{FAMILY} {style}"
            elif n.nameID == 4: n.string = f"{FAMILY} {style}"
            elif n.nameID == 6: n.string = f"{ps}-{style}"
            elif n.nameID == 3: n.string = f"{ps}-{style};tabular digits"
            elif n.nameID in (21, 22, 25): f["name"].names.remove(n)
        if "CFF " in f:
            cff = f["CFF "].cff; cff.fontNames[0] = f"{ps}-{style}"
            td = cff.topDictIndex[0]; td.FamilyName = FAMILY; td.FullName = f"{FAMILY} {style}"
        f.save(out / f"TollkeeperSans-{style}.otf")
        w = {f["hmtx"][f.getBestCmap()[ord(d)]][0] for d in "0123456789"}
        print(style, "digit advance widths:", w)
        assert len(w) == 1, "digits are not tabular"

if __name__ == "__main__":
    main(*(sys.argv[1:] or ["fonts"]))
