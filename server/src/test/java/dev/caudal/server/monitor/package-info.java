@NullMarked
package dev.caudal.server.monitor;

import org.jspecify.annotations.NullMarked;
