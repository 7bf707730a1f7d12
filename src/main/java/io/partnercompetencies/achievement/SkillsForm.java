package io.partnercompetencies.achievement;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What a skills report is written in; good for one report. */
interface SkillsForm {

    /** The next rows, before the first ones what comes before all rows. */
    Buffer rows(List<SkillView> rows);

    /** What comes after all rows. */
    Buffer end();
}
