package io.partnercompetencies.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

public class TextValidator implements ConstraintValidator<Text, String> {

    private int max;

    @Override
    public void initialize(Text text) {
        max = text.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        return text == null
                || !text.isBlank() && text.codePointCount(0, text.length()) <= max && Characters.areSingleLine(text);
    }
}
