package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import dev.weft.processor.model.Code;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The members of one top-level class that its steppers reach through accessors. */
public final class Access {
  private final ClassName name;
  private final Types types;
  private final Elements elements;
  private final Map<Key, Accessor> accessors = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private boolean namesPrivateTypes;

  /** The rest is what tells accessors of one kind apart. */
  private record Key(Element member, Kind kind, List<Object> rest) {
    Key(Element member, Kind kind) {
      this(member, kind, List.of());
    }
  }

  public Access(ClassName name, Types types, Elements elements) {
    this.name = name;
    this.types = types;
    this.elements = elements;
  }

  public ClassName name() {
    return name;
  }

  public Collection<Accessor> accessors() {
    return accessors.values();
  }

  /** Whether a class of the same package may not name the member. */
  boolean isNeeded(Element member, TypeElement host) {
    if (!(member.getEnclosingElement() instanceof TypeElement owner) || isLocal(owner)) {
      return false;
    }
    if (member.getModifiers().contains(Modifier.PRIVATE)) {
      return true;
    }
    return member.getModifiers().contains(Modifier.PROTECTED)
        && !elements.getPackageOf(member).equals(elements.getPackageOf(host));
  }

  /** Whether a class is declared inside a method body. */
  static boolean isLocal(TypeElement type) {
    Element each = type;
    while (each instanceof TypeElement enclosing) {
      if (enclosing.getNestingKind() == NestingKind.LOCAL
          || enclosing.getNestingKind() == NestingKind.ANONYMOUS) {
        return true;
      }
      each = enclosing.getEnclosingElement();
    }
    // javac calls a class in the initializer of a field a member.
    return !(each instanceof PackageElement);
  }

  /** Code that calls an accessor. */
  Code call(Accessor accessor, Code arguments) {
    return Code.join(name, "." + accessor.name() + "(", arguments, ")");
  }

  Accessor field(VariableElement field, Kind kind, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(field, kind), k -> newField(field, kind, host, signature(at)));
  }

  private AccessSignature signature(Tree at) {
    return new AccessSignature(this, types, at);
  }

  private Accessor newField(
      VariableElement field, Kind kind, TypeElement host, AccessSignature signature) {
    TypeElement owner = Owners.of(field);
    boolean isStatic = Owners.isStatic(field);
    if (!isStatic) {
      signature.receiver(owner);
    }
    TypeName type = signature.name(field.asType());
    if (kind == Kind.SET) {
      signature.parameter(type, "value");
    } else if (kind != Kind.GET) {
      signature.parameter(TypeName.INT, "delta");
    }
    String member = field.getSimpleName().toString();
    String wanted =
        switch (kind) {
          case SET -> "set" + capital(member);
          case GET_AND_ADD -> "getAndAdd" + capital(member);
          case ADD_AND_GET -> "addAndGet" + capital(member);
          default -> member;
        };
    return signature.accessor(
        unique(wanted),
        kind,
        member,
        type,
        signature.target(owner, lookup(owner, host), isStatic, field.asType(), List.of()));
  }

  /** Reads the field of an object, for {@link #update}. */
  Accessor hold(VariableElement field, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(field, Kind.HOLD),
        k -> {
          AccessSignature signature = signature(at);
          signature.receiver(Owners.of(field));
          String member = field.getSimpleName().toString();
          return signature.accessor(
              unique("held" + capital(member)),
              Kind.HOLD,
              member,
              held(signature, field),
              target(signature, field, host));
        });
  }

  /** Computes with the value of a field that was held, and assigns the result. */
  Accessor update(
      VariableElement field, String operator, TypeName operand, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(field, Kind.UPDATE, List.of(operator, operand)),
        k -> {
          AccessSignature signature = signature(at);
          signature.variables(Owners.of(field));
          signature.parameter(held(signature, field), "held");
          signature.parameter(operand, "operand");
          String member = field.getSimpleName().toString();
          return signature.update(
              unique("update" + capital(member)),
              operator,
              member,
              signature.name(field.asType()),
              target(signature, field, host));
        });
  }

  private static TypeName held(AccessSignature signature, VariableElement field) {
    TypeName owner = signature.name(Owners.of(field).asType());
    return ParameterizedTypeName.get(Spi.HELD, owner, signature.name(field.asType()).box());
  }

  private Accessor.Target target(
      AccessSignature signature, VariableElement field, TypeElement host) {
    TypeElement owner = Owners.of(field);
    return signature.target(owner, lookup(owner, host), false, field.asType(), List.of());
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The class from which a member can be reached. */
  private TypeElement lookup(TypeElement owner, TypeElement host) {
    return elements.getPackageOf(owner).equals(elements.getPackageOf(host)) ? owner : host;
  }

  Accessor method(ExecutableElement method, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(method, Kind.CALL), k -> newMethod(method, host, signature(at)));
  }

  private Accessor newMethod(
      ExecutableElement method, TypeElement host, AccessSignature signature) {
    TypeElement owner = Owners.of(method);
    boolean isStatic = Owners.isStatic(method);
    if (!isStatic) {
      signature.receiver(owner);
    }
    signature.executable(method);
    String member = method.getSimpleName().toString();
    TypeMirror result = method.getReturnType();
    return signature.accessor(
        unique(member),
        Kind.CALL,
        member,
        signature.name(result),
        signature.target(owner, lookup(owner, host), isStatic, result, method.getParameters()));
  }

  /** A method called by {@code super} from the host. */
  Accessor superMethod(ExecutableElement method, TypeElement above, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(method, Kind.SUPER_CALL),
        k -> {
          AccessSignature signature = signature(at);
          signature.receiver(host);
          signature.executable(method);
          String member = method.getSimpleName().toString();
          TypeMirror result = method.getReturnType();
          Accessor.Target target =
              signature.target(above, host, false, result, method.getParameters());
          return signature.accessor(
              unique("super" + capital(member)),
              Kind.SUPER_CALL,
              member,
              signature.name(result),
              target);
        });
  }

  /** The instance around an object of an inner class. */
  Accessor outer(TypeElement inner, Tree at) {
    return accessors.computeIfAbsent(
        new Key(inner, Kind.OUTER),
        k -> {
          AccessSignature signature = signature(at);
          TypeMirror outer = Owners.of(inner).asType();
          signature.receiver(inner);
          Accessor.Target target = signature.target(inner, inner, false, outer, List.of());
          return signature.accessor(
              unique("outerOf" + inner.getSimpleName()),
              Kind.OUTER,
              "this",
              signature.name(outer),
              target);
        });
  }

  Accessor constructor(ExecutableElement constructor, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(constructor, Kind.NEW), k -> newConstructor(constructor, host, signature(at)));
  }

  private Accessor newConstructor(
      ExecutableElement constructor, TypeElement host, AccessSignature signature) {
    TypeElement owner = Owners.of(constructor);
    TypeElement lookup = lookup(owner, host);
    signature.variables(owner);
    signature.executable(constructor);
    return signature.accessor(
        unique("new" + owner.getSimpleName()),
        Kind.NEW,
        "<init>",
        signature.name(owner.asType()),
        signature.target(owner, lookup, true, owner.asType(), constructor.getParameters()));
  }

  private String unique(String wanted) {
    String name = SourceVersion.isKeyword(wanted) ? wanted + "_" : wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** Whether javac would not let the generated classes name all types that they need. */
  public boolean namesPrivateTypes() {
    return namesPrivateTypes;
  }

  /** Tells that a stepper names a private type. */
  void notePrivateTypes() {
    namesPrivateTypes = true;
  }

  /** Tells that an accessor names a type. */
  void note(TypeMirror type) {
    namesPrivateTypes |= TypeNames.privateType(type).isPresent();
  }
}
