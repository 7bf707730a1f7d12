package io.partnercompetencies.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One line of text: not blank, at most {@code max} characters, no control characters. Null is left to NotNull. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextValidator.class)
public @interface Text {

    int max() default 200;

    String message() default "must be 1 to {max} characters on one line, without control characters.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
