"""Reasons: why a job failed, where it could not say so itself, in words for the person who asked."""

from contracts.errors import Fault, InvalidRequest, ServiceError


def too_long(seconds: int) -> ServiceError:
    """Return what is said when the time a kind of job has is used up."""
    return InvalidRequest(f"处理超过了 {seconds} 秒，已经停下。请把内容分成几份再试。")


def too_large(megabytes: int) -> ServiceError:
    """Return what is said when the memory a kind of job has is used up."""
    return InvalidRequest(f"处理需要的内存超过了 {megabytes} MB，已经停下。请把内容分成几份再试。")


def stopped(times: int, number: str) -> ServiceError:
    """Return what is said when every attempt was cut off."""
    return Fault(f"试了 {times} 次，每次都中途停止，没有做完。请稍后重新提交；还是不行，请告诉管理员编号 {number}。")


def broken(number: str) -> ServiceError:
    """Return what is said of a bug: a number, under which the logs say more."""
    return Fault(f"系统出了差错，没有做完。我们已经记录下来；询问时请说编号 {number}。")
