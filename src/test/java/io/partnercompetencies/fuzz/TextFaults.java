package io.partnercompetencies.fuzz;

import static io.partnercompetencies.fuzz.Fault.one;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies of any kind that are cut, doubled, or hold bytes that are no text. */
final class TextFaults {

    private static final byte[][] ODD = {
        {(byte) 0xff},
        {(byte) 0xc3, 0x28},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {0},
        {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
        {'"'},
        {'{'},
        {','},
        {';'},
        {'\n'},
        {'\r'},
        {'\t'},
        {'\\'},
        "\\u12".getBytes(),
        "/**/".getBytes(),
        "NaN".getBytes(),
        {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}
    };

    private static final String[] WHOLE = {
        "",
        " ",
        "null",
        "[]",
        "{}",
        "\"\"",
        "0",
        "tru",
        "{",
        "[",
        "}",
        "{\"a\":}",
        "{'a':1}",
        "\n",
        "a",
        "[{}]",
        "[null]",
        "{}{}",
        "{} x",
        "account,type,credential,achievedAt\n",
        "email\n",
        "firstName,lastName,displayName,email\n\"",
        "a,b\n1,2,3\n",
        ",,,\n,,,\n"
    };

    static final List<Fault> ALL = List.of(
            Fault.of("a body that is cut", Draft::hasBody, (draft, random) -> {
                var body = body(draft);
                draft.body = Arrays.copyOf(body, body.length == 0 ? 0 : random.nextInt(body.length));
            }),
            Fault.of(
                    "a body with odd bytes",
                    Draft::hasBody,
                    (draft, random) -> insert(draft, one(ODD, random), random)),
            Fault.of(
                    "another body",
                    Draft::hasBody,
                    (draft, random) -> draft.body = one(WHOLE, random).getBytes(StandardCharsets.UTF_8)),
            Fault.of(
                    "a body in UTF-16",
                    Draft::hasBody,
                    (draft, random) -> draft.body =
                            new String(body(draft), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)),
            Fault.of(
                    "a body with an odd field",
                    draft -> draft.json == null && draft.hasBody(),
                    (draft, random) ->
                            insert(draft, one(Literals.ALL, random).getBytes(StandardCharsets.UTF_8), random)),
            Fault.of("a body where none is read", draft -> !draft.hasBody(), (draft, random) -> {
                draft.body = one(WHOLE, random).getBytes(StandardCharsets.UTF_8);
                draft.header("Content-Type", one(new String[] {"application/json", "text/csv", null}, random));
            }),
            Fault.of(
                    "a body of nested arrays",
                    draft -> draft.json != null,
                    (draft, random) -> draft.body = "[".repeat(20_000).getBytes(StandardCharsets.UTF_8)),
            Fault.of("a body that is too large", draft -> draft.json != null, (draft, random) -> {
                draft.body = (" ".repeat(66_000) + "{}").getBytes(StandardCharsets.UTF_8);
                draft.isMonstrous = true;
            }));

    private TextFaults() {}

    private static byte[] body(Draft draft) {
        return draft.body != null ? draft.body : draft.json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void insert(Draft draft, byte[] odd, Random random) {
        var body = body(draft);
        int place = random.nextInt(body.length + 1);
        var all = Arrays.copyOf(body, body.length + odd.length);
        System.arraycopy(odd, 0, all, place, odd.length);
        System.arraycopy(body, place, all, place + odd.length, body.length - place);
        draft.body = all;
    }
}
