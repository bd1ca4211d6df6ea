@NullMarked
package dev.caudal.server.world;

import org.jspecify.annotations.NullMarked;
