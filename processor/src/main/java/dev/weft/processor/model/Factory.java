package dev.weft.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The class of factories for one class of the user's.
 *
 * @param name of the generated class
 * @param host the class whose methods it has factories for
 * @param isPublic whether other packages may use it
 * @param isHostHidden whether the class is private, so that no link can name it
 * @param methods a factory each
 */
public record Factory(
    ClassName name, ClassName host, boolean isPublic, boolean isHostHidden, List<Method> methods) {

  /** Whether the last parameter takes any number of arguments, and what javac thinks of it. */
  public enum Varargs {
    NONE,
    PLAIN,
    /** Of a type that an array does not know, which the user has declared to be safe. */
    SAFE,
    /** Of a type that an array does not know: javac has warned of the user's method. */
    UNSAFE
  }

  /**
   * One factory.
   *
   * @param name of the factory
   * @param method the name of the method itself
   * @param hasInstance whether the first parameter is the instance whose method it is
   * @param stepper the class of the frame that it makes
   * @param overrides what tells which methods override this one, if it can be overridden
   * @param isAbstract whether there is no stepper, but only those of overriding methods
   * @param isGenericStepper whether the class of the frame has type parameters
   * @param isWidened whether a parameter has a wider type than the method's own
   * @param link the method in javadoc
   */
  public record Method(
      String name,
      String method,
      Set<Modifier> visibility,
      List<TypeVariableName> typeVariables,
      List<Accessor.Parameter> parameters,
      boolean hasInstance,
      Varargs varargs,
      TypeName result,
      ClassName stepper,
      Optional<CodeBlock> overrides,
      boolean isAbstract,
      boolean isGenericStepper,
      boolean isWidened,
      CodeBlock link) {}
}
