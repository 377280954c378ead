/** Phone numbers, short numbers and keypad codes, digit by digit. Pure. */
import type { Held } from './held.ts';
import { digitByDigit, groupedDigits } from './numbers.ts';

/**
 * A printed phone number in words. Groups that are written stay; else the usual ones. `+84` is said as `cộng
 * tám bốn`.
 */
export function sayPhone(number: string): string {
  const plus = number.startsWith('+') ? 'cộng ' : '';
  const groups = number
    .replace(/^\+/, '')
    .split(/[^\d]+/)
    .filter((part) => part !== '');
  return plus + (groups.length > 1 ? groups.map(digitByDigit).join(', ') : groupedDigits(groups[0] ?? ''));
}

const full =
  /(?<![\p{L}\p{N}.,/-])(?:\+84[ .-]?\d{1,3}|\(0\d{1,3}\)|0\d{1,4}|1[89]00)(?:[ .-]?\d{2,4}){1,3}(?![\p{L}\p{N}/]|[.,-]\d)/gu;
const keypad = /(?<![\p{L}\p{N}])[*#](?:\d+[*#]?)+/gu;
const cue =
  /(?<=(?:gọi|tổng đài|đầu số|đường dây nóng|hotline|số máy|nhắn tin đến|nhắn tin tới|nhắn tới|nhắn đến|gửi tới số|gửi đến số|số điện thoại|bấm số)(?:\s+(?:ngay|số|tới|đến|cho|khẩn cấp))*:?\s+)(\d{3,4}(?:(?:,| hoặc| và) \d{3,4})*)(?![\p{L}\p{N}]|[.,/]\d)/giu;
const secret =
  /(?<=(?:mã|OTP|PIN|mật khẩu|số tài khoản|số thẻ|đuôi|dãy|số căn cước|mã số thuế|số seri)(?:\s+(?:là|số|gồm|xác nhận))?:?\s+)(\d{3,}(?: \d{3,})*)(?![\p{L}\p{N}]|[.,/]\d)/giu;

/**
 * Phone numbers, numbers after `gọi`, `tổng đài` …, codes after `mã`, `số tài khoản` …, and keypad codes such
 * as `*101#`.
 */
export function sayPhones(text: string, held: Held): string {
  return text
    .replace(full, (match) => {
      const count = match.replace(/\D/g, '').length;
      return count >= 8 && count <= 12 && !/^\d\d([.-])\d\d\1(?:19|20)\d\d$/.test(match)
        ? held.put(sayPhone(match))
        : match;
    })
    .replace(cue, (list) => list.replace(/\d+/g, (match) => held.put(digitByDigit(match))))
    .replace(secret, (match) => held.put(sayPhone(match)))
    .replace(keypad, (code) =>
      held.put(
        [...code]
          .map((character) =>
            character === '*' ? 'sao' : character === '#' ? 'thăng' : digitByDigit(character),
          )
          .join(' '),
      ),
    );
}
