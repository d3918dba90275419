import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

const forwarded = (value: string) => new Headers({ 'x-forwarded-for': value })

test('without a trusted proxy a caller cannot choose an address', () => {
  expect(clientAddress(forwarded('203.0.113.9'), 0)).toBe('direct')
})

test('the address is the one that the nearest trusted proxy saw, whatever the caller wrote before it', () => {
  expect(clientAddress(forwarded('10.0.0.1, 203.0.113.9'), 1)).toBe('203.0.113.9')
  expect(clientAddress(forwarded('10.0.0.1, 203.0.113.9, 192.0.2.7'), 2)).toBe('203.0.113.9')
})

test('addresses of one IPv6 network are one caller', () => {
  expect(clientAddress(forwarded('2001:db8:1:2:aaaa::1'), 1)).toBe('2001:db8:1:2::/64')
  expect(clientAddress(forwarded('2001:db8:1:2::7'), 1)).toBe('2001:db8:1:2::/64')
  expect(clientAddress(forwarded('::ffff:203.0.113.9'), 1)).toBe('203.0.113.9')
})

test('what is no address counts with the unknown ones', () => {
  expect(clientAddress(forwarded('unknown'), 1)).toBe('direct')
  expect(clientAddress(new Headers(), 1)).toBe('direct')
  expect(clientAddress(forwarded('203.0.113.9'), 2)).toBe('direct')
})
