package dev.lockstep.generator.render;

/**
 * Which characters stand in generated sources as themselves. The ranges are fixed, not those of the running JDK's Unicode
 * version, so that every JDK writes the same bytes. Controls, bidirectional controls, invisible and right-to-left
 * characters, combining marks and surrogates are in none of them.
 */
final class VisibleText {
    private static final int[] RANGES = {
        0x20, 0x7E, // printable ASCII
        0xA1, 0xAC, // Latin-1, without the soft hyphen
        0xAE, 0x24F, // Latin
        0x370, 0x3FF, // Greek
        0x400, 0x482, // Cyrillic, without its combining marks
        0x48A, 0x52F,
        0x1E00, 0x1EFF, // Latin
        0x2010, 0x2027, // dashes, quotation marks, bullets, ellipsis
        0x2030, 0x205E,
        0x2070, 0x209F, // superscripts
        0x20A0, 0x20BF, // currencies
        0x2100, 0x214F, // letter-like
        0x2190, 0x22FF, // arrows, mathematics
        0x2500, 0x257F, // box drawing
        0x25A0, 0x27BF, // shapes, symbols
        0x3001, 0x3029, // Japanese and Chinese
        0x3041, 0x3096,
        0x309B, 0x30FF,
        0x3400, 0x4DBF,
        0x4E00, 0x9FFF,
        0xAC00, 0xD7A3, // Korean
        0xFF01, 0xFF5E, // full width
        0xFFFD, 0xFFFD, // replacement character
        0x1F300, 0x1FAFF, // pictographs
    };

    /** What nobody sees, or what turns text around: never written, not even escaped, where text is read by people. */
    private static final int[] INVISIBLE = {
        0x00, 0x1F, // controls
        0x7F, 0x9F,
        0xAD, 0xAD, // soft hyphen
        0x34F, 0x34F, // grapheme joiner
        0x61C, 0x61C, // Arabic letter mark
        0x115F, 0x1160, // Hangul fillers
        0x17B4, 0x17B5, // Khmer fillers
        0x180B, 0x180F, // Mongolian selectors
        0x200B, 0x200F, // zero width, direction marks
        0x2028, 0x202E, // line separators, embeddings and overrides
        0x2060, 0x206F, // word joiner, isolates
        0x3164, 0x3164, // Hangul filler
        0xFE00, 0xFE0F, // variation selectors
        0xFEFF, 0xFEFF, // byte order mark
        0xFFA0, 0xFFA0, // half width filler
        0xFFF0, 0xFFFB, // specials
        0xFFFE, 0xFFFF, // no characters
        0x1D173, 0x1D17A, // musical controls
        0xE0000, 0xE0FFF, // tags
    };

    private VisibleText() {}

    static boolean is(int codePoint) {
        return in(RANGES, codePoint);
    }

    static boolean isInvisible(int codePoint) {
        return in(INVISIBLE, codePoint);
    }

    private static boolean in(int[] ranges, int codePoint) {
        for (int i = 0; i < ranges.length && codePoint >= ranges[i]; i += 2) {
            if (codePoint <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
