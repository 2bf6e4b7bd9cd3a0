package dev.weft.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a computation that can pause.
 *
 * <p>The body is ordinary Java that asks its surroundings for something by {@code Yield.yield(...)}
 * and goes on with the answer. When the class is compiled, Weft's annotation processor writes two
 * things next to it, in the same package:
 *
 * <ul>
 *   <li>a <em>stepper</em>, the method's body as a state machine whose paused state is an ordinary
 *       object: {@code Wizard_register_Stepper} for the method {@code register} of {@code Wizard};
 *   <li>a <em>factory</em>, the way to it: {@code WizardComps.register()} returns a {@code
 *       Computation<User>}, a recipe in which nothing has started yet and which can be run any
 *       number of times. For a nested class {@code Outer.Inner} it is {@code Outer_InnerComps}.
 * </ul>
 *
 * <p>The factory method has the name, the parameters, the type parameters and the visibility of the
 * annotated method. For an instance method it takes the instance first. The type of the result is
 * boxed where it is primitive, and {@code Void} where the method returns nothing.
 *
 * <pre>{@code
 * import dev.weft.Yield;
 * import dev.weft.annotations.Comp;
 *
 * class Wizard {
 *   record User(String name, String email) {}
 *
 *   @Comp
 *   static User register() {
 *     String name = Yield.yield("get_name");
 *     String email = Yield.yield("get_email");
 *     while (!email.contains("@")) {
 *       email = Yield.yield("get_email_again");
 *     }
 *     return new User(name, email);
 *   }
 * }
 * }</pre>
 *
 * <p>One such method may call another as if it were any method ({@code User user = register();}):
 * the caller pauses whenever the callee does.
 *
 * <p><b>The method itself stays in its class, unchanged.</b> Called directly on a thread that hosts
 * no computation, its first {@code Yield.yield} throws {@link IllegalStateException}; use the
 * factory. The same happens where the processor did not run: since JDK 23 the compiler no longer
 * runs a processor that it merely finds on the class path, it has to be named in the build.
 *
 * <p><b>What is refused.</b> Some places can't pause: the inside of {@code synchronized}, of a
 * lambda, of an anonymous or local class, of a constructor or an initializer. A pause there, or in
 * a method without this annotation, is an error at compile time that stands at the line in question
 * and says what to write instead.
 *
 * <p><b>Threads.</b> A run is continued by whoever answers it, so one execution of the method may
 * be spread over many threads, one at a time, each happening-after the one before. Keep nothing in
 * a {@link ThreadLocal} across a pause.
 *
 * <p><b>Errors.</b> An exception that leaves the method ends its run with that very exception. A
 * cancelled run leaves through every {@code finally} block and every resource of a {@code try}
 * statement; no {@code catch} clause sees the cancellation, {@code catch (Throwable)} included.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Comp {}
