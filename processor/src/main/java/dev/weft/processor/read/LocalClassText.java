package dev.weft.processor.read;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.LineMark;
import dev.weft.processor.model.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes lifted classes down as the members that they become. */
final class LocalClassText {
  private final MethodContext context;
  private final Renderer renderer;

  LocalClassText(Lowering lowering) {
    this.context = lowering.context;
    this.renderer = lowering.renderer;
  }

  List<Member> members() {
    List<Member> members = new ArrayList<>();
    context.classes.free().forEach(c -> members.add(declared(c)));
    context.classes.scopes().forEach(s -> members.add(scope(s)));
    return members;
  }

  private Member scope(LiftedScope scope) {
    List<Member> members = new ArrayList<>();
    scope.classes.forEach(c -> members.add(declared(c)));
    scope.inner.forEach(s -> members.add(scope(s)));
    return new Member.Scope(
        scope.name.simpleName(),
        scope.parent.isEmpty() && !scope.isGeneric(),
        context.classes.captured(scope),
        members);
  }

  private Member declared(LiftedClass lifted) {
    ClassTree tree = lifted.tree();
    Code text = lifted.creation().map(c -> anonymous(lifted, c)).orElseGet(() -> named(lifted));
    String mark = LineMark.of(context.source.line(tree));
    return new Member.Declared(lifted.name().simpleName(), Code.join(mark, text));
  }

  private Code named(LiftedClass lifted) {
    ClassTree tree = lifted.tree();
    int start = context.source.start(tree);
    Code modifiers = Code.of(lifted.modifiers());
    return renderer.render(
        tree, start, context.source.end(tree), List.of(new Renderer.Edit(start, start, modifiers)));
  }

  /** The body of an anonymous class under a name, with a constructor that takes its arguments. */
  private Code anonymous(LiftedClass lifted, NewClassTree creation) {
    int start = context.source.start(lifted.tree());
    boolean isOuterImplied = isOuterImplied(creation);
    boolean needsConstructor =
        isOuterImplied || outerInstance(creation).isPresent() || !creation.getArguments().isEmpty();
    List<Renderer.Edit> inserted =
        needsConstructor
            ? List.of(
                new Renderer.Edit(
                    start + 1, start + 1, constructor(lifted, creation, isOuterImplied)))
            : List.of();
    Code body = renderer.render(lifted.tree(), start, context.source.end(lifted.tree()), inserted);
    return Code.join(
        lifted.modifiers(), "final class ", lifted.name().simpleName(), above(lifted), " ", body);
  }

  private Code above(LiftedClass lifted) {
    TypeElement type = lifted.type();
    return type.getInterfaces().isEmpty()
        ? Code.join(" extends ", name(type.getSuperclass(), lifted))
        : Code.join(" implements ", name(type.getInterfaces().get(0), lifted));
  }

  private TypeName name(TypeMirror type, LiftedClass lifted) {
    return context.typeName(type, lifted.tree());
  }

  /** Whether the superclass is an inner one, and the user has not named its outer instance. */
  private boolean isOuterImplied(NewClassTree creation) {
    return outerInstance(creation).isEmpty()
        && context.classes.innerSuperclass(creation).isPresent();
  }

  private Optional<ExpressionTree> outerInstance(NewClassTree creation) {
    return Creation.of(creation, context.source).outer();
  }

  private Code constructor(LiftedClass lifted, NewClassTree creation, boolean isOuterImplied) {
    ExecutableElement made = constructorOf(lifted, creation);
    Code variables = typeParameters(made);
    List<Code> parameters = new ArrayList<>();
    List<Code> arguments = new ArrayList<>();
    if (isOuterImplied) {
      TypeMirror outer = ((DeclaredType) lifted.type().getSuperclass()).getEnclosingType();
      parameters.add(Code.join(name(outer, lifted), " outer"));
      arguments.add(Code.of("outer"));
    }
    int last = made.getParameters().size() - 1;
    for (int i = 0; i <= last; i++) {
      TypeName type = name(made.getParameters().get(i).asType(), lifted);
      Code name = Code.of("p" + (i + 1));
      boolean isVarargs = made.isVarArgs() && i == last;
      Code written =
          isVarargs && type instanceof ArrayTypeName array
              ? Code.join(array.componentType(), "...")
              : Code.join(type);
      parameters.add(Code.join(written, " ", name));
      arguments.add(name);
    }
    List<TypeName> thrown = made.getThrownTypes().stream().map(t -> name(t, lifted)).toList();
    Code clause = thrown.isEmpty() ? Code.EMPTY : Code.join(" throws ", Code.list(", ", thrown));
    boolean hasOuter = isOuterImplied || outerInstance(creation).isPresent();
    Code outer = hasOuter ? Code.join(arguments.remove(0), ".") : Code.EMPTY;
    return Code.join(
        "\n  ",
        variables,
        lifted.name().simpleName(),
        Code.join("(", Code.list(", ", parameters), ")", clause, " {\n"),
        Code.join("    ", outer, "super(", Code.list(", ", arguments), ");\n  }\n"));
  }

  /** Those of the superclass's constructor, in names that differ from the stepper's own. */
  private Code typeParameters(ExecutableElement constructor) {
    List<? extends TypeParameterElement> own = constructor.getTypeParameters();
    if (own.isEmpty()) {
      return Code.EMPTY;
    }
    List<TypeParameterElement> all = new ArrayList<>(own);
    all.addAll(Widening.variables(context.method));
    context.typeNames.declareAll(all);
    return Code.join("<", Code.list(", ", own.stream().map(this::declaration).toList()), "> ");
  }

  private Code declaration(TypeParameterElement parameter) {
    TypeVariableName declared = context.typeNames.declaration(parameter);
    return declared.bounds().isEmpty()
        ? Code.of(declared.name())
        : Code.join(declared.name(), " extends ", Code.list(" & ", declared.bounds()));
  }

  /** The constructor that the compiler has given to an anonymous class. */
  private ExecutableElement constructorOf(LiftedClass lifted, NewClassTree creation) {
    for (Tree member : lifted.tree().getMembers()) {
      if (member instanceof MethodTree
          && context.index.element(member) instanceof ExecutableElement method
          && method.getKind() == ElementKind.CONSTRUCTOR) {
        return method;
      }
    }
    throw new IllegalStateException("an anonymous class without a constructor: " + creation);
  }
}
