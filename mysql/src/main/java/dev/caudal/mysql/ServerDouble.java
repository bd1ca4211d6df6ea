package dev.caudal.mysql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating-point numbers as MySQL spells them in JSON: the fewest digits that read back as the same number, without an
 * exponent where the point is near (source: the rules of {@code my_gcvt}).
 */
final class ServerDouble {

    private static final int MOST_PLACES = 15;

    private ServerDouble() {}

    /** The text of a finite number. */
    static String text(double value) {
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        String text = value == 0 ? "0.0" : positive(Math.abs(value));
        return negative ? "-" + text : text;
    }

    private static String positive(double value) {
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point <= -MOST_PLACES || point > MOST_PLACES && digits.length() <= point) {
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            return digits.charAt(0) + fraction + "e" + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length()) + ".0"
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    /** Java's text may have a digit too many; of as many digits, the nearest number is the right one. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int digits = new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
        while (digits > 1 && rounded(exact, digits - 1).doubleValue() == value) {
            digits--;
        }
        return rounded(exact, digits).stripTrailingZeros();
    }

    private static BigDecimal rounded(BigDecimal exact, int digits) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }
}
