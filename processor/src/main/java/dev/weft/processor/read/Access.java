package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.Tree;
import dev.weft.processor.Problem;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Accessor.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
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

  private record Key(Element member, Kind kind) {}

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
    return false;
  }

  Accessor field(VariableElement field, Kind kind, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(field, kind), k -> newField(field, kind, host, new Signature(at)));
  }

  private Accessor newField(
      VariableElement field, Kind kind, TypeElement host, Signature signature) {
    TypeElement owner = Owners.of(field);
    boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
    if (!isStatic) {
      signature.receiver(owner);
    }
    TypeName type = signature.name(field.asType());
    if (kind == Kind.SET) {
      signature.parameters.add(new Accessor.Parameter(type, "value"));
    } else if (kind != Kind.GET) {
      signature.parameters.add(new Accessor.Parameter(TypeName.INT, "delta"));
    }
    String member = field.getSimpleName().toString();
    String capital = Character.toUpperCase(member.charAt(0)) + member.substring(1);
    String wanted =
        switch (kind) {
          case SET -> "set" + capital;
          case GET_AND_ADD -> "getAndAdd" + capital;
          case ADD_AND_GET -> "addAndGet" + capital;
          default -> member;
        };
    return signature.accessor(
        unique(wanted),
        kind,
        member,
        type,
        target(owner, host, isStatic, field.asType(), List.of(), at(signature)));
  }

  private static Tree at(Signature signature) {
    return signature.at;
  }

  Accessor method(ExecutableElement method, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(method, Kind.CALL), k -> newMethod(method, host, new Signature(at)));
  }

  private Accessor newMethod(ExecutableElement method, TypeElement host, Signature signature) {
    TypeElement owner = Owners.of(method);
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    if (!isStatic) {
      signature.receiver(owner);
    }
    signature.executable(method);
    String member = method.getSimpleName().toString();
    return signature.accessor(
        unique(member),
        Kind.CALL,
        member,
        signature.name(method.getReturnType()),
        target(
            owner, host, isStatic, method.getReturnType(), method.getParameters(), at(signature)));
  }

  /** A method called by {@code super} from the host. */
  Accessor superMethod(ExecutableElement method, TypeElement above, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(method, Kind.SUPER_CALL),
        k -> {
          Signature signature = new Signature(at);
          signature.receiver(host);
          signature.executable(method);
          String member = method.getSimpleName().toString();
          String capital = Character.toUpperCase(member.charAt(0)) + member.substring(1);
          Accessor.Target target =
              new Accessor.Target(
                  erased(above.asType(), at),
                  erased(host.asType(), at),
                  false,
                  erased(method.getReturnType(), at),
                  method.getParameters().stream().map(p -> erased(p.asType(), at)).toList());
          return signature.accessor(
              unique("super" + capital),
              Kind.SUPER_CALL,
              member,
              signature.name(method.getReturnType()),
              target);
        });
  }

  /** The instance around an object of an inner class. */
  Accessor outer(TypeElement inner, Tree at) {
    return accessors.computeIfAbsent(
        new Key(inner, Kind.OUTER),
        k -> {
          Signature signature = new Signature(at);
          TypeElement outer = Owners.of(inner);
          signature.receiver(inner);
          TypeName owner = erased(inner.asType(), at);
          Accessor.Target target =
              new Accessor.Target(owner, owner, false, erased(outer.asType(), at), List.of());
          return signature.accessor(
              unique("outerOf" + inner.getSimpleName()),
              Kind.OUTER,
              "this",
              signature.name(outer.asType()),
              target);
        });
  }

  Accessor constructor(ExecutableElement constructor, TypeElement host, Tree at) {
    return accessors.computeIfAbsent(
        new Key(constructor, Kind.NEW), k -> newConstructor(constructor, host, new Signature(at)));
  }

  private Accessor newConstructor(
      ExecutableElement constructor, TypeElement host, Signature signature) {
    TypeElement owner = Owners.of(constructor);
    signature.variables(owner);
    signature.executable(constructor);
    return signature.accessor(
        unique("new" + owner.getSimpleName()),
        Kind.NEW,
        "<init>",
        signature.name(owner.asType()),
        target(owner, host, true, owner.asType(), constructor.getParameters(), at(signature)));
  }

  private String unique(String wanted) {
    String name = javax.lang.model.SourceVersion.isKeyword(wanted) ? wanted + "_" : wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private Accessor.Target target(
      TypeElement owner,
      TypeElement host,
      boolean isStatic,
      TypeMirror type,
      List<? extends VariableElement> parameters,
      Tree at) {
    boolean samePackage = elements.getPackageOf(owner).equals(elements.getPackageOf(host));
    return new Accessor.Target(
        erased(owner.asType(), at),
        samePackage ? erased(owner.asType(), at) : erased(host.asType(), at),
        isStatic,
        erased(type, at),
        parameters.stream().map(p -> erased(p.asType(), at)).toList());
  }

  private TypeName erased(TypeMirror type, Tree at) {
    TypeMirror erasure = types.erasure(type);
    note(erasure);
    return nameOf(new TypeNames(), erasure, at);
  }

  private static TypeName nameOf(TypeNames names, TypeMirror type, Tree at) {
    return names.name(type).orElseThrow(() -> new Refusal(Problem.UNNAMEABLE_VALUE, at, type));
  }

  /** Whether javac would not let the generated classes name all types that they need. */
  public boolean namesPrivateTypes() {
    return namesPrivateTypes;
  }

  /** Tells that a stepper names a private type. */
  void notePrivateTypes() {
    namesPrivateTypes = true;
  }

  private void note(TypeMirror type) {
    namesPrivateTypes |= TypeNames.privateType(type).isPresent();
  }

  /** Gathers the generic signature of one accessor. */
  private final class Signature {
    private final Tree at;
    private final TypeNames names = new TypeNames();
    private final Set<String> variableNames = new HashSet<>();
    private final List<TypeParameterElement> variables = new ArrayList<>();
    private final List<Accessor.Parameter> parameters = new ArrayList<>();
    private final List<TypeName> thrown = new ArrayList<>();
    private boolean varargs;

    Signature(Tree at) {
      this.at = at;
    }

    void variables(TypeElement owner) {
      declare(Owners.typeParameters(owner));
    }

    private void declare(List<? extends TypeParameterElement> declared) {
      for (TypeParameterElement each : declared) {
        String name = each.getSimpleName().toString();
        for (int i = 2; !variableNames.add(name); i++) {
          name = each.getSimpleName() + "" + i;
        }
        names.declare(each, name);
        variables.add(each);
      }
    }

    void receiver(TypeElement owner) {
      variables(owner);
      parameters.add(new Accessor.Parameter(name(owner.asType()), "self"));
    }

    void executable(ExecutableElement executable) {
      if (executable.getKind() == ElementKind.METHOD) {
        declare(executable.getTypeParameters());
      }
      int number = 1;
      for (VariableElement parameter : executable.getParameters()) {
        parameters.add(new Accessor.Parameter(name(parameter.asType()), "p" + number++));
      }
      executable.getThrownTypes().forEach(t -> thrown.add(name(t)));
      varargs = executable.isVarArgs();
    }

    TypeName name(TypeMirror type) {
      note(type);
      return nameOf(names, type, at);
    }

    Accessor accessor(
        String name, Kind kind, String member, TypeName result, Accessor.Target target) {
      List<TypeVariableName> declarations = variables.stream().map(names::declaration).toList();
      return new Accessor(
          name,
          kind,
          member,
          declarations,
          List.copyOf(parameters),
          result,
          thrown,
          varargs,
          target);
    }
  }
}
