package dev.weft.processor.read;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The fields of one top-level class that its steppers reach through accessors. */
final class FieldAccess {
  private final Access access;
  private final Types types;

  FieldAccess(Access access, Types types) {
    this.access = access;
    this.types = types;
  }

  private TypeElement from(VariableElement field, TypeElement host) {
    return access.lookup(Owners.of(field), host);
  }

  /** Reads or assigns a field. */
  Accessor field(VariableElement field, Kind kind, TypeElement host, Tree at) {
    return access.of(
        new Access.Key(field, kind, from(field, host)),
        signature -> made(field, kind, host, signature, Optional.empty()),
        at);
  }

  /**
   * Adds to a field.
   *
   * @param type that the field has in the object at hand
   */
  Accessor added(VariableElement field, Kind kind, TypeMirror type, TypeElement host, Tree at) {
    Optional<TypeMirror> actual = actual(field, type);
    return access.of(
        new Access.Key(field, kind, from(field, host), rest(actual)),
        signature -> made(field, kind, host, signature, actual),
        at);
  }

  /** The type to compute in, where the field has that of a type parameter. */
  private Optional<TypeMirror> actual(VariableElement field, TypeMirror type) {
    return field.asType().getKind() == TypeKind.TYPEVAR
        ? Optional.of(TypeVariables.mentioned(type) ? types.erasure(type) : type)
        : Optional.empty();
  }

  private static List<Object> rest(Optional<TypeMirror> actual) {
    return actual.<List<Object>>map(t -> List.of(t.toString())).orElse(List.of());
  }

  private Accessor made(
      VariableElement field,
      Kind kind,
      TypeElement host,
      AccessSignature signature,
      Optional<TypeMirror> actual) {
    TypeElement owner = Owners.of(field);
    boolean isStatic = Owners.isStatic(field);
    if (actual.isPresent()) {
      signature.parameter(signature.erased(owner.asType()), "self");
    } else if (!isStatic) {
      signature.receiver(owner);
    }
    TypeName type = signature.name(actual.orElse(field.asType()));
    if (kind == Kind.SET) {
      signature.parameter(type, "value");
    } else if (kind != Kind.GET) {
      signature.parameter(TypeName.INT, "delta");
    }
    String member = field.getSimpleName().toString();
    String wanted =
        switch (kind) {
          case SET -> "set" + Access.capital(member);
          case GET_AND_ADD -> "getAndAdd" + Access.capital(member);
          case ADD_AND_GET -> "addAndGet" + Access.capital(member);
          default -> member;
        };
    return signature.accessor(
        access.unique(wanted),
        kind,
        member,
        type,
        signature.target(owner, from(field, host), isStatic, field.asType(), List.of()));
  }

  /** Reads the field of an object, for {@link #update}. */
  Accessor hold(VariableElement field, TypeMirror type, TypeElement host, Tree at) {
    Optional<TypeMirror> actual = actual(field, type);
    return access.of(
        new Access.Key(field, Kind.HOLD, from(field, host), rest(actual)),
        signature -> {
          if (actual.isPresent()) {
            signature.parameter(signature.erased(Owners.of(field).asType()), "self");
          } else {
            signature.receiver(Owners.of(field));
          }
          String member = field.getSimpleName().toString();
          return signature.accessor(
              access.unique("held" + Access.capital(member)),
              Kind.HOLD,
              member,
              held(signature, field, actual),
              target(signature, field, host));
        },
        at);
  }

  /** Computes with the value of a field that was held, and assigns the result. */
  Accessor update(
      VariableElement field,
      TypeMirror type,
      String operator,
      TypeName operand,
      TypeElement host,
      Tree at) {
    Optional<TypeMirror> actual = actual(field, type);
    List<Object> rest = List.of(operator, operand, rest(actual));
    return access.of(
        new Access.Key(field, Kind.UPDATE, from(field, host), rest),
        signature -> {
          if (actual.isEmpty()) {
            signature.variables(Owners.of(field));
          }
          signature.parameter(held(signature, field, actual), "held");
          signature.parameter(operand, "operand");
          String member = field.getSimpleName().toString();
          return signature.update(
              access.unique("update" + Access.capital(member)),
              operator,
              member,
              signature.name(actual.orElse(field.asType())),
              target(signature, field, host));
        },
        at);
  }

  private static TypeName held(
      AccessSignature signature, VariableElement field, Optional<TypeMirror> actual) {
    TypeMirror owner = Owners.of(field).asType();
    TypeName object = actual.isPresent() ? signature.erased(owner) : signature.name(owner);
    TypeName value = signature.name(actual.orElse(field.asType())).box();
    return ParameterizedTypeName.get(Spi.HELD, object, value);
  }

  private Accessor.Target target(
      AccessSignature signature, VariableElement field, TypeElement host) {
    TypeElement owner = Owners.of(field);
    return signature.target(owner, from(field, host), false, field.asType(), List.of());
  }
}
