/** Parts methods that would be too long for the virtual machine's compiler into several. */
@NullMarked
package dev.weft.processor.part;

import org.jspecify.annotations.NullMarked;
