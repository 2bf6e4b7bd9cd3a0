/** Writes machines down as Java source that reads as if a careful person had written it. */
@NullMarked
package dev.weft.processor.emit;

import org.jspecify.annotations.NullMarked;
