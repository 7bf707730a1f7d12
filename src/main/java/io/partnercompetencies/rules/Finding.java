package io.partnercompetencies.rules;

/** What can be found about an achievement: one sentence each, several of which may share a code. */
public enum Finding {
    /** The association that brought it ended; why it ended is nobody's business here. */
    ENDED(Code.ASSOCIATION_ENDED),
    LEFT(Code.USER_LEFT),
    REVOKED(Code.REVOKED),
    EXPIRED(Code.EXPIRED),
    UNKNOWN(Code.UNKNOWN_CREDENTIAL),
    /** The catalogue learned of the code after the report, and as another type. */
    KNOWN_AS_ANOTHER_TYPE(Code.UNKNOWN_CREDENTIAL),
    LINKED_FOR_THE_OTHER_KIND(Code.WRONG_KIND),
    RETIRED(Code.NOT_ACCEPTED_SINCE),
    WAITS(Code.PENDING_UNTIL),
    /** Its wait is over, and no pass has looked since. */
    COUNTS_NEXT(Code.PENDING_UNTIL),
    /** It waits, and expires or is retired no later than it would count. */
    WAITS_IN_VAIN(Code.PENDING_UNTIL),
    COUNTED(Code.COUNTED),
    /** No requirement in force names it. */
    UNASKED(Code.NOT_IN_ANY_REQUIREMENT);

    /** What clients tell findings apart by. */
    public enum Code {
        PENDING_UNTIL,
        WRONG_KIND,
        UNKNOWN_CREDENTIAL,
        NOT_IN_ANY_REQUIREMENT,
        NOT_ACCEPTED_SINCE,
        EXPIRED,
        REVOKED,
        ASSOCIATION_ENDED,
        USER_LEFT,
        COUNTED
    }

    private final Code code;

    Finding(Code code) {
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
