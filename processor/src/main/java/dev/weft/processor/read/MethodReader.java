package dev.weft.processor.read;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.weft.processor.Problem;
import dev.weft.processor.attribution.Attributed;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Member;
import dev.weft.processor.model.Stmt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.UnionType;

/** Reads one {@code @Comp} method into a machine, pass by pass. */
public final class MethodReader {
  private final Attributed attributed;
  private final TreePath path;
  private final MethodTree tree;
  private final ExecutableElement method;
  private final TypeElement host;
  private final MethodContext context;
  private final List<Local> parameters = new ArrayList<>();
  private final List<TypeVariableName> typeVariables = new ArrayList<>();
  private final List<Machine.Constant> constants = new ArrayList<>();

  private MethodReader(Attributed attributed, TreePath path, Access access) {
    this.attributed = attributed;
    this.path = path;
    this.tree = (MethodTree) path.getLeaf();
    this.method = (ExecutableElement) Objects.requireNonNull(attributed.trees().getElement(path));
    this.host = Owners.of(method);
    SourceText source = new SourceText(path.getCompilationUnit(), tree, attributed.trees());
    BodyIndex index = new BodyIndex(path, attributed.trees(), attributed.elements());
    this.context = new MethodContext(attributed, source, index, method, new TypeNames(), access);
  }

  /**
   * Reads a method.
   *
   * @throws Refusal if it can't be transformed
   */
  public static Machine read(Attributed attributed, TreePath method, Access access) {
    return new MethodReader(attributed, method, access).read();
  }

  private Machine read() {
    if (context.index.namesPrivateTypes()
        || Owners.isInPrivateClass(host)
        || Widening.isHidden(method)) {
      context.access.notePrivateTypes();
    }
    new ForbiddenForms(context).check(tree);
    StaleSlots.avoid(context, tree);
    AbandonedReturns.avoid(context, tree);
    typeVariables();
    parameters();
    variables();
    Lowering lowering = new Lowering(context, method.getReturnType());
    List<Member> members = new LocalClassText(lowering).members();
    List<Stmt> body = lowering.statements.block(tree.getBody());
    return new Machine(
        StepperNames.stepper(method),
        source(),
        typeVariables,
        new Machine.Names(
            context.executionName,
            context.atName,
            stateName(),
            context.names.fresh("signal"),
            context.names.fresh("outcome"),
            context.names.fresh("ready"),
            context.self()),
        new Initialization(attributed.trees()).of(method),
        parameters,
        method.isVarArgs(),
        Widening.isNeeded(method) ? widened() : List.of(),
        List.copyOf(context.locals),
        constants,
        members,
        context.index.declaredTypes(),
        Warnings.in(context.index.kinds(), context.source.of(tree)),
        body,
        List.copyOf(context.suspensions));
  }

  /** A local class of the user's may hide the inherited field, and so may a variable. */
  private String stateName() {
    return context.index.usedNames().contains("state") ? "super.state" : "state";
  }

  private void typeVariables() {
    List<TypeParameterElement> all = Widening.variables(method);
    context.typeNames.declareAll(all);
    all.forEach(p -> typeVariables.add(context.typeNames.declaration(p)));
  }

  private boolean isStatic() {
    return Owners.isStatic(method);
  }

  private void parameters() {
    if (!isStatic()) {
      String name = context.names.fresh("self");
      Local self = context.newSelf(name, name(host.asType(), tree));
      context.self(self);
      parameters.add(self);
    }
    for (VariableTree each : tree.getParameters()) {
      VariableElement parameter =
          (VariableElement) Objects.requireNonNull(context.index.element(each));
      boolean isAssigned = !context.index.assignments(parameter).isEmpty();
      parameters.add(
          context.hoist(
              parameter,
              localName(each, false),
              name(parameter.asType(), each),
              isAssigned ? Local.Role.PARAMETER : Local.Role.CONSTANT_PARAMETER));
    }
  }

  private List<Machine.Widened> widened() {
    List<TypeMirror> types = new ArrayList<>();
    if (!isStatic()) {
      types.add(host.asType());
    }
    method.getParameters().forEach(p -> types.add(p.asType()));
    Widening widening = new Widening(context.types());
    return types.stream()
        .map(
            t -> {
              TypeMirror erased = widening.erasure(t);
              return new Machine.Widened(
                  widening.taken(t),
                  Widening.isHidden(erased) ? context.typeNames.name(erased) : Optional.empty());
            })
        .toList();
  }

  private TypeName name(TypeMirror type, Tree at) {
    return context
        .typeNames
        .name(type)
        .orElseThrow(() -> new Refusal(Problem.UNNAMEABLE_LOCAL, at, at, type));
  }

  private String localName(VariableTree variable, boolean isShared) {
    if (TreeShapes.isUnnamed(variable)) {
      return context.names.fresh("unnamed");
    }
    String name = variable.getName().toString();
    return isShared || NameAllocator.isReserved(name) ? context.names.numbered(name, 2) : name;
  }

  private void variables() {
    Variables variables = new Variables(tree, context.index, context.source);
    LocalClassFinder.find(context, StepperNames.stepper(method), tree, variables);
    Set<String> shared = variables.sharedNames();
    Set<String> claimed = new HashSet<>();
    variables
        .constants()
        .forEach((element, declared) -> constant(element, declared, shared, claimed));
    variables
        .hoisted()
        .forEach(
            (element, declared) -> {
              String name = declared.getName().toString();
              boolean isShared = shared.contains(name) || !claimed.add(name);
              context.hoist(
                  element,
                  localName(declared, isShared),
                  variableType((VariableElement) element, declared),
                  Local.Role.VARIABLE);
            });
  }

  private void constant(
      Element element, VariableTree declared, Set<String> shared, Set<String> claimed) {
    String name = declared.getName().toString();
    String given = localName(declared, shared.contains(name) || !claimed.add(name));
    Object value = ((VariableElement) element).getConstantValue();
    TypeName type = TypeName.get(element.asType()).withoutAnnotations();
    String literal = attributed.elements().getConstantExpression(value);
    context.constant(element, given);
    constants.add(new Machine.Constant(given, type, CodeBlock.of("$L", literal)));
  }

  private TypeName variableType(VariableElement variable, VariableTree declared) {
    TypeMirror type = variable.asType();
    if (type.getKind() == TypeKind.UNION) {
      return union((UnionType) type);
    }
    return Optional.of(type)
        .filter(t -> !context.classes.mentionsNameless(t))
        .flatMap(context.typeNames::name)
        .orElseThrow(
            () ->
                new Refusal(
                    Problem.UNNAMEABLE_LOCAL,
                    declared,
                    declared.getName(),
                    TypeNames.describe(type)));
  }

  /** The nearest class above all alternatives of a multi-catch. */
  private TypeName union(UnionType type) {
    TypeMirror above = type.getAlternatives().get(0);
    while (!isAboveAll(above, type)) {
      above = attributed.types().directSupertypes(above).get(0);
    }
    return context.typeNames.name(above).orElse(TypeName.get(Throwable.class));
  }

  private boolean isAboveAll(TypeMirror above, UnionType type) {
    return type.getAlternatives().stream().allMatch(a -> attributed.types().isSubtype(a, above));
  }

  private Machine.Source source() {
    String signature =
        method.getSimpleName()
            + method.getParameters().stream()
                .map(p -> simple(p.asType()))
                .collect(Collectors.joining(", ", "(", ")"));
    String file =
        Path.of(path.getCompilationUnit().getSourceFile().getName()).getFileName().toString();
    return new Machine.Source(
        attributed.elements().getBinaryName(host).toString(),
        String.join(".", context.typeNames.className(host).orElseThrow().simpleNames()),
        method.getSimpleName().toString(),
        signature,
        file,
        context.source.nameLine(tree),
        method.getReturnType().getKind() == TypeKind.VOID
            && new Completion(context).completes(tree.getBody()));
  }

  private String simple(TypeMirror type) {
    return attributed.types().erasure(type).toString().replaceAll("\\b\\w+\\.(?=\\w)", "");
  }
}
