package dev.weft.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;

/**
 * What generated files have in common.
 *
 * @param generated the annotation on generated classes, where the user's module can read it
 * @param skipsJavaLang whether {@code String} and the like need no import, because the package has
 *     no class of such a name
 */
public record FileStyle(Optional<AnnotationSpec> generated, boolean skipsJavaLang) {

  public static final String GENERATED = "javax.annotation.processing.Generated";

  /** The annotation that marks generated classes. */
  public static AnnotationSpec generatedBy(String processor) {
    return AnnotationSpec.builder(ClassName.bestGuess(GENERATED))
        .addMember("value", "$S", processor)
        .build();
  }

  JavaFile file(String packageName, TypeSpec type, String header) {
    return JavaFile.builder(packageName, type)
        .skipJavaLangImports(skipsJavaLang)
        .addFileComment("$L", header.stripTrailing())
        .build();
  }
}
