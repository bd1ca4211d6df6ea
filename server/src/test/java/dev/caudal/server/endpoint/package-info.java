@NullMarked
package dev.caudal.server.endpoint;

import org.jspecify.annotations.NullMarked;
