package dev.caudal.core;

/**
 * The shape of a message's value.
 *
 * @param envelope {@code true} for the Replicate envelope ({@code magic}, {@code type}, …), {@code false} for the bare
 *     {@code data}, {@code beforeData}, {@code headers}
 * @param beforeImage whether an UPDATE carries the old row in {@code beforeData}; without it that field is null
 */
public record MessageFormat(boolean envelope, boolean beforeImage) {

    /** What Replicate sends by default: the envelope, with the image before. */
    public static final MessageFormat STANDARD = new MessageFormat(true, true);
}
