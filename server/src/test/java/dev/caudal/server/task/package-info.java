@NullMarked
package dev.caudal.server.task;

import org.jspecify.annotations.NullMarked;
