package io.partnercompetencies.fuzz;

import static io.partnercompetencies.fuzz.Fault.one;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Nobody, somebody who may not, and somebody who cannot prove it. */
final class CallerFaults {

    private static final String[] UNREADABLE = {
        "",
        "Basic",
        "Basic ",
        "Basic !!!",
        "Basic YWRtaW4=",
        "Basic OnNlY3JldA==",
        "Basic gIA6gIA=",
        "Bearer x.y.z",
        "Bearer",
        "Digest username=\"admin\"",
        "admin",
        "Basic AAA6AAA=",
        "Basic " + "QUFB".repeat(900),
        "Negotiate YII="
    };

    private final Known known;
    private int guesses;

    CallerFaults(Known known) {
        this.known = known;
    }

    List<Fault> all() {
        return List.of(
                Fault.of("nobody", (draft, random) -> draft.authorization = null),
                Fault.of(
                        "an unreadable Authorization",
                        (draft, random) -> draft.authorization = one(UNREADABLE, random)),
                Fault.of("a wrong password", this::guess),
                Fault.of(
                        "somebody else",
                        (draft, random) -> as(draft, known.callers().any(random))),
                Fault.of(
                        "another one",
                        (draft, random) -> as(draft, known.callers().any(random))),
                Fault.of(
                        "a temporary password",
                        (draft, random) -> as(draft, known.callers().withTemporaryPasswordStill())));
    }

    private static void as(Draft draft, Optional<Caller> caller) {
        caller.ifPresent(other -> draft.authorization = other.authorization());
    }

    /** Mostly of names that are nobody's, which are not locked for anybody else; one name in the end is. */
    private void guess(Draft draft, Random random) {
        var name = random.nextInt(4) == 0 ? "guessed" : "nobody-" + ++guesses;
        draft.authorization = new Caller(name, "wrong", null, null).authorization();
    }
}
