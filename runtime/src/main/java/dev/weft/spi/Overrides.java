package dev.weft.spi;

import dev.weft.Computation;
import dev.weft.annotations.Comp;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the method that an object has in place of a {@code @Comp} method of one of its supertypes,
 * as a virtual call would. Generated factories of methods that can be overridden use it; what it
 * finds is kept for each class. Any thread may call it.
 */
public final class Overrides {
  private static final MethodHandle PLAIN =
      Members.method(
          MethodHandles.lookup(),
          Overrides.class,
          "plain",
          true,
          Computation.class,
          MethodHandle.class,
          Object[].class);

  private final Lookup lookup;
  private final Class<?> owner;
  private final String name;
  private final Class<?>[] parameters;
  private final ClassValue<Optional<MethodHandle>> factories =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
          return find(type).map(Overrides.this::factory);
        }
      };

  /**
   * Describes the method that may be overridden.
   *
   * @param lookup a full lookup of the generated factory class
   * @param owner the class or interface that declares the method
   * @param name of the method
   * @param parameters its parameter types, erased
   */
  public Overrides(Lookup lookup, Class<?> owner, String name, Class<?>... parameters) {
    this.lookup = lookup;
    this.owner = owner;
    this.name = name;
    this.parameters = parameters.clone();
  }

  /** Whether the object has another method in place of the owner's. */
  public boolean existIn(Object self) {
    return self.getClass() != owner && factories.get(self.getClass()).isPresent();
  }

  /**
   * The computation of the method that the object has.
   *
   * @throws AbstractMethodError if it has none
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> Computation<T> of(Object self, @Nullable Object... arguments) {
    MethodHandle factory =
        factories
            .get(self.getClass())
            .orElseThrow(() -> new AbstractMethodError(self.getClass().getName() + "." + name));
    List<@Nullable Object> all = new ArrayList<>(List.of(self));
    all.addAll(Arrays.asList(arguments));
    try {
      return (Computation<T>) factory.invokeWithArguments(all);
    } catch (Throwable e) {
      throw Members.rethrow(e);
    }
  }

  private Optional<Method> find(Class<?> type) {
    for (Class<?> c = type; c != null && c != owner; c = c.getSuperclass()) {
      Optional<Method> declared = declared(c);
      if (declared.isPresent()) {
        return declared;
      }
    }
    return owner.isInterface() ? fromInterfaces(type) : Optional.empty();
  }

  /** A default method of the most specific interface. */
  private Optional<Method> fromInterfaces(Class<?> type) {
    List<Method> candidates =
        interfaces(type, new LinkedHashSet<>()).stream()
            .filter(i -> i != owner && owner.isAssignableFrom(i))
            .flatMap(i -> declared(i).stream())
            .filter(m -> !Modifier.isAbstract(m.getModifiers()))
            .toList();
    return candidates.stream()
        .filter(
            m ->
                candidates.stream()
                    .noneMatch(
                        other ->
                            !other.equals(m)
                                && m.getDeclaringClass()
                                    .isAssignableFrom(other.getDeclaringClass())))
        .findFirst();
  }

  private static Set<Class<?>> interfaces(Class<?> type, Set<Class<?>> found) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> each : c.getInterfaces()) {
        found.add(each);
        interfaces(each, found);
      }
    }
    return found;
  }

  /** The method that a class itself declares in place of the owner's. */
  private Optional<Method> declared(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      boolean isSame =
          method.getName().equals(name)
              && Arrays.equals(method.getParameterTypes(), parameters)
              && (method.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE)) == 0;
      if (isSame && !method.isBridge()) {
        return Optional.of(method);
      }
      if (isSame) {
        return bridged(type);
      }
    }
    return Optional.empty();
  }

  /** The method behind one that the compiler has added because the generic types differ. */
  private Optional<Method> bridged(Class<?> type) {
    Class<?>[] wanted = Erasure.in(type).parameters(declaration());
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (!method.isBridge()
            && method.getName().equals(name)
            && Arrays.equals(method.getParameterTypes(), wanted)) {
          return Optional.of(method);
        }
      }
    }
    return Optional.empty();
  }

  private Method declaration() {
    try {
      return owner.getDeclaredMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          owner.getName() + "." + name + " is not what it was when its factory was generated", e);
    }
  }

  /** What makes the computation of a method: its generated factory, or a call of it as it is. */
  private MethodHandle factory(Method method) {
    try {
      return method.isAnnotationPresent(Comp.class) ? generated(method) : plain(method);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "No computation can be made of "
              + method
              + ": its class was compiled without the processor, or its package is not open to "
              + lookup.lookupClass().getModule(),
          e);
    }
  }

  private MethodHandle generated(Method method) throws ReflectiveOperationException {
    Class<?> host = method.getDeclaringClass();
    Class<?> named = isConstantBody(host) ? host.getSuperclass() : host;
    String nested = named.getName().substring(named.getPackageName().length()).replace('$', '_');
    String constant = isConstantBody(host) ? "_" + constant(host) : "";
    String comps = named.getPackageName() + nested + constant + "Comps";
    Class<?> factories = Class.forName(comps, true, host.getClassLoader());
    MethodType type =
        MethodType.methodType(Computation.class, method.getParameterTypes())
            .insertParameterTypes(0, named);
    return MethodHandles.privateLookupIn(factories, lookup)
        .findStatic(factories, method.getName(), type)
        .asFixedArity();
  }

  private static boolean isConstantBody(Class<?> host) {
    return host.isAnonymousClass() && host.getSuperclass().isEnum();
  }

  private static String constant(Class<?> body) {
    return Arrays.stream(body.getSuperclass().getEnumConstants())
        .filter(c -> c.getClass() == body)
        .map(c -> ((Enum<?>) c).name())
        .findFirst()
        .orElseThrow();
  }

  private MethodHandle plain(Method method) throws ReflectiveOperationException {
    MethodHandle target =
        MethodHandles.privateLookupIn(method.getDeclaringClass(), lookup)
            .unreflect(method)
            .asFixedArity();
    return MethodHandles.insertArguments(PLAIN, 0, target)
        .asCollector(Object[].class, target.type().parameterCount());
  }

  /** A method that never suspends is a computation all the same. */
  @SuppressWarnings("UnusedMethod") // by its handle
  private static Computation<?> plain(MethodHandle target, @Nullable Object[] arguments) {
    return Computation.of(target.toString(), () -> new PlainStepper(target, arguments));
  }

  private static final class PlainStepper extends Stepper {
    private static final Origin ORIGIN = new Origin("", "", "", 0);
    private final MethodHandle target;
    private final @Nullable Object[] arguments;

    PlainStepper(MethodHandle target, @Nullable Object[] arguments) {
      this.target = target;
      this.arguments = arguments;
    }

    @Override
    protected int step(Execution x) throws Throwable {
      return complete(x, target.invokeWithArguments(arguments));
    }

    @Override
    protected Origin origin() {
      return ORIGIN;
    }
  }
}
