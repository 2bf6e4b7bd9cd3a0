package dev.weft.processor.model;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;

/**
 * A static method through which a stepper reaches a member that it may not name.
 *
 * @param name of the accessor method, unique in its class
 * @param kind what it does
 * @param member the name of the member
 * @param typeVariables of the owner and the member
 * @param parameters the receiver first, if there is one
 * @param result what the accessor returns
 * @param thrown checked exceptions
 * @param varargs whether the last parameter takes any number
 * @param target the member as the virtual machine knows it
 * @param operator of an update
 */
public record Accessor(
    String name,
    Kind kind,
    String member,
    List<TypeVariableName> typeVariables,
    List<Parameter> parameters,
    TypeName result,
    List<TypeName> thrown,
    boolean varargs,
    Target target,
    Optional<String> operator) {

  /** What an accessor does. */
  public enum Kind {
    GET,
    SET,
    /** Adds a number and returns what was there before. */
    GET_AND_ADD,
    /** Adds a number and returns the sum. */
    ADD_AND_GET,
    /** Reads a field for an update of it, and keeps the object as well. */
    HOLD,
    /** Computes with the value of a field that was held and an operand, and assigns the result. */
    UPDATE,
    CALL,
    /** Calls the method of a supertype, as {@code super} does. */
    SUPER_CALL,
    /** Reads the instance around an inner one. */
    OUTER,
    NEW,
    /** Makes the stepper of a method of another package. */
    FRAME,
    /** The same, for a method with parameters that can't be named. */
    WIDENED_FRAME
  }

  /** A parameter of an accessor method. */
  public record Parameter(TypeName type, String name) {}

  /**
   * The member, erased.
   *
   * @param owner the class that declares it, as an expression
   * @param lookup the class from which it may be reached, as an expression
   * @param isExact whether the accessor has the very types that the member has
   * @param type of a field, or what a method returns
   */
  public record Target(
      CodeBlock owner,
      CodeBlock lookup,
      boolean isStatic,
      boolean isExact,
      TypeName type,
      List<TypeName> parameters) {}
}
