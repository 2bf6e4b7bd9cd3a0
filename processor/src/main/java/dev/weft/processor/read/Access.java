package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.Tree;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The members of one top-level class that its steppers reach through accessors. */
public final class Access {
  private final ClassName name;
  private final Types types;
  private final Elements elements;
  private final FieldAccess fields;
  private final Map<Key, Accessor> accessors = new LinkedHashMap<>();
  private final Map<TypeElement, FactoryNames> factories = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private boolean namesPrivateTypes;

  /**
   * What an accessor does, and from which class; the rest is what tells accessors of one kind
   * apart.
   */
  record Key(Element member, Kind kind, TypeElement from, List<Object> rest) {
    Key(Element member, Kind kind, TypeElement from) {
      this(member, kind, from, List.of());
    }
  }

  public Access(ClassName name, Types types, Elements elements) {
    this.name = name;
    this.types = types;
    this.elements = elements;
    this.fields = new FieldAccess(this, types);
  }

  public ClassName name() {
    return name;
  }

  FieldAccess fields() {
    return fields;
  }

  public Collection<Accessor> accessors() {
    return accessors.values();
  }

  /** Whether a class of the same package may not name the member. */
  boolean isNeeded(Element member, TypeElement host) {
    if (!(member.getEnclosingElement() instanceof TypeElement owner) || isLocal(owner)) {
      return false;
    }
    if (member.getModifiers().contains(Modifier.PRIVATE) || Owners.constantOf(owner).isPresent()) {
      return true;
    }
    return member.getModifiers().contains(Modifier.PROTECTED)
        && !elements.getPackageOf(member).equals(elements.getPackageOf(host));
  }

  /** Whether a class is declared inside a method body; that of an enum constant is not. */
  static boolean isLocal(TypeElement type) {
    boolean isDeclaredInside =
        type.getNestingKind() == NestingKind.LOCAL
            || type.getNestingKind() == NestingKind.ANONYMOUS && Owners.constantOf(type).isEmpty();
    // javac calls a class in the initializer of a field a member.
    return isDeclaredInside
        || Owners.around(type)
            .map(Access::isLocal)
            .orElseGet(() -> !(type.getEnclosingElement() instanceof PackageElement));
  }

  /**
   * The accessor with a key, made at the first call.
   *
   * @param made how, of the one class from which all steppers can reach the member
   */
  Accessor of(Key key, Function<AccessSignature, Accessor> made, Tree at) {
    return accessors.computeIfAbsent(key, k -> made.apply(signature(at)));
  }

  private AccessSignature signature(Tree at) {
    return new AccessSignature(this, types, at);
  }

  static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The class from which a member can be reached. */
  TypeElement lookup(TypeElement owner, TypeElement host) {
    return elements.getPackageOf(owner).equals(elements.getPackageOf(host)) ? owner : host;
  }

  Accessor method(ExecutableElement method, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(method, Kind.CALL, lookup(Owners.of(method), host)),
        k -> newMethod(method, host, signature(at)));
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

  /**
   * A method called by {@code super}.
   *
   * @param above the type that {@code super} means
   * @param host the class in which it means that
   */
  Accessor superMethod(ExecutableElement method, TypeElement above, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(method, Kind.SUPER_CALL, host),
        k -> {
          AccessSignature signature = signature(at);
          signature.receiver(host);
          ExecutableType inherited =
              (ExecutableType) types.asMemberOf((DeclaredType) host.asType(), method);
          signature.executable(method, inherited);
          String member = method.getSimpleName().toString();
          Accessor.Target target =
              signature.target(above, host, false, method.getReturnType(), method.getParameters());
          return signature.accessor(
              unique("super" + capital(member)),
              Kind.SUPER_CALL,
              member,
              signature.name(inherited.getReturnType()),
              target);
        });
  }

  /** The stepper of a method of another package. */
  Accessor frame(ExecutableElement method, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(method, Kind.FRAME, host),
        k -> {
          AccessSignature signature = signature(at);
          signature.widen();
          signature.receiver(Owners.of(method));
          signature.executable(method);
          signature.throwsNothing();
          return signature.accessor(
              unique("frameOf" + capital(method.getSimpleName().toString())),
              Widening.isNeeded(method) ? Kind.WIDENED_FRAME : Kind.FRAME,
              StepperNames.stepper(method).reflectionName(),
              Spi.STEPPER,
              signature.frame(method, host));
        });
  }

  /** What the factory of a method is called. */
  String factoryName(ExecutableElement method) {
    return factories.computeIfAbsent(Owners.of(method), o -> FactoryNames.of(o, types)).of(method);
  }

  /** The factory of a protected method of another package, which only that package may name. */
  Accessor factory(ExecutableElement method, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(method, Kind.CALL, host),
        k -> {
          AccessSignature signature = signature(at);
          signature.widen();
          if (!Owners.isStatic(method)) {
            signature.receiver(Owners.of(method));
          }
          signature.executable(method);
          signature.throwsNothing();
          String member = method.getSimpleName().toString();
          return signature.accessor(
              unique("computationOf" + capital(member)),
              Kind.CALL,
              factoryName(method),
              Spi.COMPUTATION_OF_ANY,
              signature.factory(method));
        });
  }

  /** The instance around an object of an inner class. */
  Accessor outer(TypeElement inner, Tree at) {
    return accessors.computeIfAbsent(
        new Key(inner, Kind.OUTER, inner),
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
        new Key(constructor, Kind.NEW, lookup(Owners.of(constructor), host)),
        k -> newConstructor(constructor, host, signature(at)));
  }

  private Accessor newConstructor(
      ExecutableElement constructor, TypeElement host, AccessSignature signature) {
    TypeElement owner = Owners.of(constructor);
    TypeElement lookup = lookup(owner, host);
    boolean isInner = owner.getEnclosingElement() instanceof TypeElement && !Owners.isStatic(owner);
    signature.variables(owner);
    if (isInner) {
      signature.parameter(signature.name(Owners.of(owner).asType()), "outer");
    }
    signature.executable(constructor);
    return signature.accessor(
        unique("new" + owner.getSimpleName()),
        Kind.NEW,
        "<init>",
        signature.name(owner.asType()),
        isInner
            ? signature.innerConstructor(owner, lookup, constructor)
            : signature.target(owner, lookup, true, owner.asType(), constructor.getParameters()));
  }

  String unique(String wanted) {
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
