package dev.weft.processor.attribution;

import com.sun.source.tree.Tree;

/**
 * A place where Lombok changes a {@code @Comp} method itself.
 *
 * @param tree what is annotated
 * @param annotation the simple name of Lombok's annotation
 * @param method the name of the method
 */
public record LombokUse(Tree tree, String annotation, String method) {}
