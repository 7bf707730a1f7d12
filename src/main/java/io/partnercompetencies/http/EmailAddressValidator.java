package io.partnercompetencies.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;

/** Sane rather than complete: whether mail arrives is known only when it is sent. */
public class EmailAddressValidator implements ConstraintValidator<EmailAddress, String> {

    static final int LONGEST = 254;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?U)[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?"
                    + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?)*");

    @Override
    public boolean isValid(String address, ConstraintValidatorContext context) {
        return address == null
                || address.length() <= LONGEST
                        && Characters.areSingleLine(address)
                        && ADDRESS.matcher(address).matches()
                        && hasNoEmptyAtom(address.substring(0, address.indexOf('@')));
    }

    private static boolean hasNoEmptyAtom(String local) {
        return !local.startsWith(".") && !local.endsWith(".") && !local.contains("..");
    }
}
