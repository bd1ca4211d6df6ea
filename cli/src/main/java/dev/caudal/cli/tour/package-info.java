/** The guide of {@code docs}, read and run: its commands one after the other, with what they print compared. */
@NullMarked
package dev.caudal.cli.tour;

import org.jspecify.annotations.NullMarked;
