package dev.weft.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is needed to write the stepper of one method.
 *
 * @param stepper the generated class
 * @param source the method it is made from
 * @param typeVariables of the host and the method
 * @param names what our own variables are called in it
 * @param initialized the class that a call of the method initialises, if that can be seen
 * @param parameters in order, the host instance first if there is one
 * @param varargs whether the last parameter takes any number
 * @param widened the parameters as others can name them, if they can't name all as they are
 * @param locals every local, in order of first use
 * @param constants constant variables of the user's that stay constants
 * @param members classes that the body declares
 * @param declaredTypes simple names of all classes in the body, which no import may bear
 * @param warnings what the compiler may warn of in the user's statements
 * @param body the statements
 * @param suspensions by number
 */
public record Machine(
    ClassName stepper,
    Source source,
    List<TypeVariableName> typeVariables,
    Names names,
    Optional<ClassName> initialized,
    List<Local> parameters,
    boolean varargs,
    List<Widened> widened,
    List<Local> locals,
    List<Constant> constants,
    List<Member> members,
    Set<String> declaredTypes,
    Set<String> warnings,
    List<Stmt> body,
    List<Suspension> suspensions) {

  /**
   * The user's method.
   *
   * @param binaryName of the class, as stack traces show it
   * @param hostLabel the class as a reader calls it, {@code Outer.Inner}
   * @param signature the method as a reader calls it
   * @param canEndWithoutReturn whether it returns nothing, and its last statement can complete
   */
  public record Source(
      String binaryName,
      String hostLabel,
      String method,
      String signature,
      String file,
      int line,
      boolean canEndWithoutReturn) {}

  /**
   * Names of ours that avoid those of the user.
   *
   * @param execution the parameter of {@code step}
   * @param at the resume point
   * @param state how the inherited state is reached
   * @param signal a cancellation that passes through
   * @param outcome how a part of the method has ended
   * @param ready whether the host is known to be initialised
   * @param self the host instance, if the method has one
   */
  public record Names(
      String execution,
      String at,
      String state,
      String signal,
      String outcome,
      String ready,
      Optional<Local> self) {}

  /** The same machine with its body written in another way. */
  public Machine withBody(List<Stmt> other) {
    return new Machine(
        stepper,
        source,
        typeVariables,
        names,
        initialized,
        parameters,
        varargs,
        widened,
        locals,
        constants,
        members,
        declaredTypes,
        warnings,
        other,
        suspensions);
  }

  /**
   * A parameter of a type that others may not be able to name.
   *
   * @param taken an erased type that anybody can name
   * @param actual the type to cast to, if that is another one
   */
  public record Widened(TypeName taken, Optional<TypeName> actual) {}

  /** A constant variable. */
  public record Constant(String name, TypeName type, CodeBlock value) {}
}
