package io.partnercompetencies.problem;

import java.util.List;

/** The problem of one row of a call that answers each row on its own. */
public record RowProblem(
        String type, String title, int status, String detail, String code, List<Refusal.Error> errors) {

    public static RowProblem of(Refusal refusal) {
        return new RowProblem(
                "urn:partner-competencies:problem:" + refusal.code().text(),
                refusal.code().title(),
                refusal.code().status(),
                refusal.getMessage(),
                refusal.code().text(),
                refusal.errors().isEmpty() ? null : refusal.errors());
    }
}
