import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ParamsInput } from '#contract/index.ts'
import { send } from '../api.ts'
import { keepAnswer, useAsk } from '../app/queries.ts'

/** "Theo dõi" or "Thôi theo dõi", as the person wants it; what one works on is followed by itself. */
export function FollowButton(subject: ParamsInput<'notice.follows'>) {
  const follows = useAsk('notice.follows', subject)
  const [isSending, setSending] = useState(false)
  if (!follows.data) return null
  const { isFollowing } = follows.data

  async function turn(): Promise<void> {
    setSending(true)
    const sent = await send(isFollowing ? 'notice.unfollow' : 'notice.follow', subject)
    setSending(false)
    if (sent.ok) keepAnswer('notice.follows', subject, { isFollowing: !isFollowing })
  }

  return (
    <Button variant="subtle" loading={isSending} aria-pressed={isFollowing} onClick={() => void turn()}>
      {isFollowing ? 'Thôi theo dõi' : 'Theo dõi'}
    </Button>
  )
}
