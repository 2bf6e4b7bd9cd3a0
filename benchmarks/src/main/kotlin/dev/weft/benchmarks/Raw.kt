package dev.weft.benchmarks

import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.RestrictsSuspension
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.createCoroutineUnintercepted
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

/** A coroutine on the bare intrinsics, driven step by step: the least that Kotlin can do. */
class Raw(body: suspend Talk.() -> Unit) : Continuation<Unit> {
  private val talk = Talk()
  private var started = false
  private var ended = false

  init {
    talk.first = body.createCoroutineUnintercepted(talk, this)
  }

  override val context: CoroutineContext
    get() = EmptyCoroutineContext

  override fun resumeWith(result: Result<Unit>) {
    ended = true
    result.getOrThrow()
  }

  /** Runs to the next value; false at the end. */
  fun step(answer: Any?): Boolean {
    if (started) {
      talk.next!!.resume(answer)
    } else {
      started = true
      talk.first!!.resume(Unit)
    }
    return !ended
  }

  val value: Any?
    get() = talk.value

  /** What the body sees. */
  @RestrictsSuspension
  class Talk {
    internal var value: Any? = null
    internal var next: Continuation<Any?>? = null
    internal var first: Continuation<Unit>? = null

    suspend fun emit(out: Any?): Any? = suspendCoroutineUninterceptedOrReturn { here ->
      value = out
      next = here
      COROUTINE_SUSPENDED
    }
  }

  companion object {
    @JvmStatic
    fun sum(raw: Raw): Long {
      var sum = 0L
      while (raw.step(null)) {
        sum += (raw.value as Number).toLong()
      }
      return sum
    }

    @JvmStatic
    fun lengths(raw: Raw): Int {
      var sum = 0
      while (raw.step(null)) {
        sum += (raw.value as String).length
      }
      return sum
    }

    @JvmStatic
    fun dialogue(raw: Raw, answer: Any): Any? {
      var question: Any? = null
      var on = raw.step(null)
      while (on) {
        question = raw.value
        on = raw.step(answer)
      }
      return question
    }
  }
}
