'use client'

export { BrokenInFrame as default } from '@/components/frame/broken'
