package io.partnercompetencies.achievement;

import java.util.Locale;

/**
 * The hash by which the rows of an import are divided. Addresses that differ in nothing but case have the same one: of
 * letters beyond ASCII, on whose case Java and a database may not agree, nothing goes into it.
 */
final class AccountHash {

    private AccountHash() {}

    static int of(String account) {
        int hash = 0;
        var text = account.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            hash = one < 128 ? 31 * hash + one : hash;
        }
        return spread(hash);
    }

    /** Neighbours far apart: the finalizer of MurmurHash3. */
    private static int spread(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
