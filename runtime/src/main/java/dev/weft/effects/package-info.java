/**
 * Effects that come with Weft: what to call in a {@code @Comp} method, and the handlers that
 * answer.
 *
 * <p>The classes whose names end in {@code Comps} make computations of the methods. Generated code
 * calls them.
 */
@NullMarked
package dev.weft.effects;

import org.jspecify.annotations.NullMarked;
