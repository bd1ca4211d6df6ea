/** What is in the topics that tasks fill: messages by pages, and what each of them says. */
@NullMarked
package dev.caudal.server.message;

import org.jspecify.annotations.NullMarked;
