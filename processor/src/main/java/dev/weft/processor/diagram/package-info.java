/** Draws machines: which suspension may follow which, as Mermaid and as Graphviz text. */
@NullMarked
package dev.weft.processor.diagram;

import org.jspecify.annotations.NullMarked;
