package dev.weft.spi;

import dev.weft.Computation;
import dev.weft.annotations.Comp;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
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
  private final Lookup lookup;
  private final Class<?> owner;
  private final String name;
  private final Class<?>[] parameters;
  private final ClassValue<Optional<Maker>> makers =
      new ClassValue<>() {
        @Override
        protected Optional<Maker> computeValue(Class<?> type) {
          return find(type).map(Overrides.this::maker);
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
    return self.getClass() != owner && makers.get(self.getClass()).isPresent();
  }

  /**
   * The computation of the method that the object has.
   *
   * @throws AbstractMethodError if it has none
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> Computation<T> of(Object self, @Nullable Object... arguments) {
    Maker maker =
        makers
            .get(self.getClass())
            .orElseThrow(() -> new AbstractMethodError(self.getClass().getName() + "." + name));
    List<@Nullable Object> all = new ArrayList<>(List.of(self));
    all.addAll(Arrays.asList(arguments));
    return (Computation<T>) maker.make(all.toArray());
  }

  private Optional<Method> find(Class<?> type) {
    if (!owner.isAssignableFrom(type)) {
      throw new ClassCastException(type.getName() + " is no " + owner.getName());
    }
    Optional<Method> inherited =
        isSeenEverywhere(declaration()) ? nearest(type) : nearestWithinPackages(type);
    return inherited.isEmpty() && owner.isInterface() ? fromInterfaces(type) : inherited;
  }

  private Optional<Method> nearest(Class<?> type) {
    for (Class<?> c = type; c != null && c != owner; c = c.getSuperclass()) {
      Optional<Method> declared = declared(c);
      if (declared.isPresent()) {
        return declared;
      }
    }
    return Optional.empty();
  }

  /**
   * The same where the owner's method is for its package alone: a class of another package
   * overrides it only by overriding a method that does, and that has been opened to others.
   */
  private Optional<Method> nearestWithinPackages(Class<?> type) {
    Deque<Class<?>> below = new ArrayDeque<>();
    for (Class<?> c = type; c != owner; c = c.getSuperclass()) {
      below.push(c);
    }
    Optional<Method> nearest = Optional.empty();
    boolean isOpen = false;
    for (Class<?> c : below) {
      Optional<Method> declared = isOpen || isInPackageOfOwner(c) ? declared(c) : Optional.empty();
      if (declared.isPresent()) {
        nearest = declared;
        isOpen |= isSeenEverywhere(declared.get());
      }
    }
    return nearest;
  }

  private boolean isInPackageOfOwner(Class<?> type) {
    return type.getClassLoader() == owner.getClassLoader()
        && type.getPackageName().equals(owner.getPackageName());
  }

  /** Whether subclasses of any package can override the method. */
  private static boolean isSeenEverywhere(Method method) {
    return (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
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

  /**
   * The method behind one that the compiler has added because the generic types differ: it may be
   * inherited from a generic class, whose type variables stand for what the class makes of them.
   */
  private Optional<Method> bridged(Class<?> type) {
    Erasure seen = Erasure.in(type);
    Class<?>[] wanted = seen.parameters(declaration());
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (!method.isBridge()
            && method.getName().equals(name)
            && Arrays.equals(seen.parameters(method), wanted)) {
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

  /** What makes the computation of a method: its stepper, or a call of it as it is. */
  private Maker maker(Method method) {
    try {
      return method.isAnnotationPresent(Comp.class)
          ? SteppersOfMethods.maker(method, lookup)
          : plain(method);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "No computation can be made of "
              + method
              + ": its class was compiled without the processor, or its package is not open to "
              + lookup.lookupClass().getModule(),
          e);
    }
  }

  /** A method that never suspends is a computation all the same. */
  private Maker plain(Method method) throws ReflectiveOperationException {
    OtherModules.read(method.getDeclaringClass(), lookup);
    MethodHandle target =
        MethodHandles.privateLookupIn(method.getDeclaringClass(), lookup)
            .unreflect(method)
            .asFixedArity();
    return all -> Computation.of(target.toString(), () -> new PlainStepper(target, all));
  }

  /** Makes the computation of one method. */
  interface Maker {
    /** The computation for an instance and the arguments behind it, which nobody else may have. */
    Computation<?> make(@Nullable Object[] all);
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
