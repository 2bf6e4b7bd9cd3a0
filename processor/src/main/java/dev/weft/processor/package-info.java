/** The annotation processor: what javac sees of it. */
@NullMarked
package dev.weft.processor;

import org.jspecify.annotations.NullMarked;
